package dokbro.link;

import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes to a link that may have no row yet. */
final class LinkRow {

    private LinkRow() {}

    /**
     * Inserts the row where the link has none, else updates it; compare-and-set on the version.
     *
     * @param insert with the parameters company, entity, source and owner
     * @param update with the parameters id and version
     * @throws ClaimLost when somebody else was quicker
     */
    static void write(JdbcClient jdbc, Link link, String insert, String update, Map<String, Object> values) {
        boolean fresh = link.version() == 0;
        var statement = jdbc.sql(fresh ? insert : update).params(values);
        statement = fresh
                ? statement
                        .param("company", link.company())
                        .param("entity", link.entity())
                        .param("source", link.sourceId())
                        .param("owner", link.owner())
                : statement.param("id", link.id()).param("version", link.version());
        try {
            ClaimLost.unlessOne(statement.update(), link);
        } catch (DuplicateKeyException e) {
            throw new ClaimLost(link);
        }
    }
}
