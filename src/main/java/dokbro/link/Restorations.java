package dokbro.link;

import dokbro.Json;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person's word on a record that a user has changed or deleted in the target. That what Dokbro has sent is to be put back stands in the
 * link until a transfer goes through, so that a record that is locked meanwhile follows when the target opens it.
 */
@Component
public class Restorations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Restorations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Asks for it: the next comparison of the record sends these members as they were sent before.
     *
     * @throws ClaimLost when the link has changed meanwhile, has a claim or a doubt, or does not stand in the target
     */
    public void ask(Link link, Set<String> members) {
        int done = jdbc.sql("update link set version = version + 1, updated_at = :now, doubt_operation = :restore,"
                        + " doubt_facts = :members where id = :id and version = :version and claim_run is null"
                        + " and doubt_operation is null and state = 'LINKED'")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("restore", Link.Doubt.RESTORE)
                .param("members", Json.text(members))
                .param("id", link.id())
                .param("version", link.version())
                .update();
        if (done != 1) {
            throw new ClaimLost(link.entity() + " " + link.sourceId() + " was changed by somebody else");
        }
    }

    /**
     * The target has no record any more, and a person wants it there again: the next comparison makes it anew.
     *
     * @throws ClaimLost as {@link #ask}
     */
    public void makeAnew(Link link) {
        int done = jdbc.sql(
                        "update link set version = version + 1, updated_at = :now, state = 'DELETED', target_id = null,"
                                + " own_target_id = null where id = :id and version = :version and claim_run is null"
                                + " and doubt_operation is null and state = 'LINKED'")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", link.id())
                .param("version", link.version())
                .update();
        if (done != 1) {
            throw new ClaimLost(link.entity() + " " + link.sourceId() + " was changed by somebody else");
        }
    }

    /** Takes it back; nothing happens where the link has changed meanwhile. */
    public void takeBack(Link link) {
        jdbc.sql("update link set version = version + 1, doubt_operation = null, doubt_facts = null"
                        + " where id = :id and version = :version and claim_run is null and doubt_operation = :restore")
                .param("id", link.id())
                .param("version", link.version())
                .param("restore", Link.Doubt.RESTORE)
                .update();
    }
}
