package dokbro.link;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links seen from the other side: what was the target is the source from now on. Which two records belong together stays; what was last
 * confirmed is forgotten, since it says nothing of the other direction (ADR 0025).
 */
@Component
public class Turns {

    private final JdbcClient jdbc;
    private final Links links;
    private final Clock clock;

    Turns(JdbcClient jdbc, Links links, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.clock = clock;
    }

    /** Whether a link of the entity has an open claim: what the target holds is not known then, and nothing may be turned. */
    public boolean claimed(String company, String entity) {
        return jdbc.sql(
                                "select count(*) from link where company = :company and entity = :entity and claim_run is not null")
                        .param("company", company)
                        .param("entity", entity)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Under which name the links of sub-projects stand that Go has moved away from: SmartDok's id to Go's, whoever is the master. */
    public static final String LEFT_BEHIND = "left-sub-projects";

    /** Turns the links of an entity. The caller has the lease, and a transaction. */
    public void turn(String company, String entity) {
        links.all(company, entity).stream()
                .filter(link -> link.targetId() != null)
                .collect(Collectors.groupingBy(Link::owner))
                .values()
                .forEach(this::setAside);
        // Nothing stands in the target: nothing to know it by from that side.
        change("delete from link where target_id is null and", company, entity);
        // In two steps, so that no id of one system meets the same number of the other.
        change(
                "update link set source_id = '>' || target_id, target_id = owner_id, owner_id = target_id, own_target_id = null,"
                        + " state = 'LINKED', facts = null, payload = null, doubt_operation = null, doubt_facts = null,"
                        + " locked_text = null, version = version + 1, updated_at = :now where",
                company,
                entity);
        change("update link set source_id = owner_id, own_target_id = target_id where", company, entity);
    }

    /** Of several links of one record only one has the record as it is; hours on the others are found by a link of their own. */
    private void setAside(List<Link> ofOne) {
        Comparator<Link> current = Comparator.comparing((Link link) ->
                        link.facts() == null || !link.facts().path("left").asBoolean())
                .thenComparing(Link::id);
        List<Link> inOrder = ofOne.stream().sorted(current).toList();
        for (Link link : inOrder.subList(0, inOrder.size() - 1)) {
            jdbc.sql("delete from link where company = :company and entity = :entity and source_id = :target")
                    .param("company", link.company())
                    .param("entity", LEFT_BEHIND)
                    .param("target", link.targetId())
                    .update();
            jdbc.sql(
                            "update link set entity = :entity, source_id = target_id, target_id = owner_id, owner_id = target_id,"
                                    + " own_target_id = null, version = version + 1 where id = :id")
                    .param("entity", LEFT_BEHIND)
                    .param("id", link.id())
                    .update();
        }
    }

    private void change(String sql, String company, String entity) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql + " company = :company and entity = :entity")
                .param("company", company)
                .param("entity", entity);
        (sql.contains(":now") ? statement.param("now", clock.instant().atOffset(ZoneOffset.UTC)) : statement).update();
    }
}
