package dokbro.link;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ID mapping seen from the target, a part at a time. */
@Component
public class LinksByTarget {

    private final JdbcClient jdbc;

    LinksByTarget(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The links, of any state, of these records of the target; at most some thousand ids. */
    public List<Link> of(String company, String entity, Collection<String> targetIds) {
        return targetIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from link where target_id in (:targets) and company = :company and entity = :entity")
                        .param("targets", targetIds)
                        .param("company", company)
                        .param("entity", entity)
                        .query(Links.ROW)
                        .list();
    }

    /**
     * Links that say that the target holds a record, dated on this day or later or not at all, in the order of their ids.
     *
     * @param after the id of the last link of the page before, 0 for the first page
     */
    public List<Link> standing(String company, String entity, LocalDate from, long after, int size) {
        return jdbc.sql("select * from link where company = :company and entity = :entity and state = 'LINKED'"
                        + " and target_id is not null and id > :after and (record_date is null or record_date >= :from)"
                        + " order by id limit :size")
                .param("company", company)
                .param("entity", entity)
                .param("after", after)
                .param("from", from)
                .param("size", size)
                .query(Links.ROW)
                .list();
    }
}
