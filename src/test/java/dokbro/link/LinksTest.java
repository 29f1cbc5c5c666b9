package dokbro.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.TestDatabase;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LinksTest {

    private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final JsonNode FACTS = Json.tree("{\"minutes\":480}");
    private static final JsonNode PAYLOAD = Json.tree("{\"Quantity\":480}");
    private static final String HOURS = "work-hours";

    @Nested
    class OnH2 extends Cases {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgres extends Cases {
        OnPostgres() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class Cases {

        private final JdbcClient jdbc;
        private final Links links;
        private final Claims claims;
        private String company;
        private long run;

        Cases(TestDatabase database) {
            jdbc = JdbcClient.create(database.source());
            links = new Links(jdbc);
            claims = new Claims(jdbc, links, Clock.fixed(NOW, ZoneOffset.UTC));
        }

        @BeforeEach
        void fresh() {
            company = UUID.randomUUID().toString();
            run = run("RUNNING");
        }

        private long run(String state) {
            jdbc.sql(
                            "insert into run (company, entity, cause, dry_run, state, settings_revision, node, started_at, counts)"
                                    + " values (:company, 'work-hours', 'MANUAL', false, :state, 1, 'n', :now, '{}')")
                    .param("company", company)
                    .param("state", state)
                    .param("now", NOW.atOffset(ZoneOffset.UTC))
                    .update();
            return jdbc.sql("select max(id) from run where company = :company")
                    .param("company", company)
                    .query(Long.class)
                    .single();
        }

        private void runIs(String state) {
            jdbc.sql("update run set state = :state where id = :id")
                    .param("state", state)
                    .param("id", run)
                    .update();
        }

        private Link none(String id) {
            return Link.none(company, HOURS, id, id);
        }

        private Link claimed(String id) {
            return claims.claim(none(id), run, "CREATE", FACTS, PAYLOAD, null, DAY);
        }

        private Link linked(String id, String target) {
            claims.confirm(claimed(id), target, PAYLOAD, "label", true);
            return found(id);
        }

        private Link found(String id) {
            return links.find(company, HOURS, id).orElseThrow();
        }

        @Test
        void aClaimStoresWhatIsAboutToBeDone() {
            Link link = claimed("1");
            assertThat(link.state()).isEqualTo(Link.State.NEW);
            assertThat(link.linked()).isFalse();
            assertThat(link.version()).isEqualTo(1);
            assertThat(link.generation()).isZero();
            assertThat(link.facts()).isNull();
            assertThat(link.claim()).isEqualTo(new Link.Claim(run, "CREATE", 0, FACTS, PAYLOAD, null, DAY, NOW));
            assertThat(links.claimed(company, HOURS, java.time.Instant.parse("9999-01-01T00:00:00Z")))
                    .containsExactly(link);
        }

        @Test
        void aConfirmedCreateHoldsFactsPayloadAndTarget() {
            Link link = linked("1", "9001");
            assertThat(link.linked()).isTrue();
            assertThat(link.targetId()).isEqualTo("9001");
            assertThat(link.generation()).isEqualTo(1);
            assertThat(link.facts()).isEqualTo(FACTS);
            assertThat(link.payload()).isEqualTo(PAYLOAD);
            assertThat(link.date()).isEqualTo(DAY);
            assertThat(link.label()).isEqualTo("label");
            assertThat(link.claim()).isNull();
            assertThat(links.claimed(company, HOURS, java.time.Instant.parse("9999-01-01T00:00:00Z")))
                    .isEmpty();
            assertThat(links.targets(company, HOURS, "held")).containsExactly(Map.entry("1", "9001"));
            assertThat(links.linkedOwners(company, HOURS, DAY, DAY)).containsExactly(Map.entry("1", DAY));
            assertThat(links.linkedOwners(company, HOURS, DAY.plusDays(1), DAY.plusDays(9)))
                    .isEmpty();
        }

        @Test
        void aClaimOnAVersionThatHasMovedIsLost() {
            Link link = linked("1", "9001");
            claims.release(claims.claim(link, run, "UPDATE", FACTS, PAYLOAD, "9001", DAY), run);
            assertThatThrownBy(() -> claims.claim(link, run, "UPDATE", FACTS, PAYLOAD, "9001", DAY))
                    .isInstanceOf(ClaimLost.class);
            assertThat(found("1").claim()).isNull();
        }

        @Test
        void aClaimedRecordCannotBeClaimedAgain() {
            Link link = claimed("1");
            assertThatThrownBy(() -> claimed("1")).isInstanceOf(ClaimLost.class);
            assertThatThrownBy(() -> claims.claim(link, run, "CREATE", FACTS, PAYLOAD, null, DAY))
                    .isInstanceOf(ClaimLost.class);
            assertThat(found("1")).isEqualTo(link);
        }

        @Test
        void oneOfManyThatClaimAtOnceWins() throws Exception {
            int threads = 6;
            CyclicBarrier together = new CyclicBarrier(threads);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Callable<Boolean>> claims = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    claims.add(() -> {
                        together.await();
                        try {
                            claimed("1");
                            return true;
                        } catch (ClaimLost lost) {
                            return false;
                        }
                    });
                }
                int won = 0;
                for (Future<Boolean> claim : pool.invokeAll(claims)) {
                    won += claim.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            } finally {
                pool.shutdownNow();
            }
        }

        @Test
        void aRunThatIsNotRunningAnyMoreCanNeitherClaimNorConfirmNorRelease() {
            Link open = claimed("1");
            Link linked = linked("2", "9002");
            runIs("INTERRUPTED");
            assertThatThrownBy(() -> claimed("3")).isInstanceOf(ClaimLost.class);
            assertThatThrownBy(() -> claims.claim(linked, run, "UPDATE", FACTS, PAYLOAD, "9002", DAY))
                    .isInstanceOf(ClaimLost.class);
            assertThatThrownBy(() -> claims.confirm(open, "9001", PAYLOAD, null, true))
                    .isInstanceOf(ClaimLost.class);
            assertThatThrownBy(() -> claims.takenAway(open)).isInstanceOf(ClaimLost.class);
            assertThatThrownBy(() -> claims.release(open, run)).isInstanceOf(ClaimLost.class);
            assertThat(found("1")).isEqualTo(open);
            assertThat(found("2")).isEqualTo(linked);
            assertThat(links.find(company, HOURS, "3")).isEmpty();
        }

        @Test
        void theNextRunTakesAnOpenClaimOverOnce() {
            Link open = claimed("1");
            runIs("INTERRUPTED");
            long next = run("RUNNING");
            Link mine = claims.takeOver(open, next);
            assertThat(mine.claim().run()).isEqualTo(next);
            assertThat(mine.claim().payload()).isEqualTo(PAYLOAD);
            assertThatThrownBy(() -> claims.takeOver(open, next)).isInstanceOf(ClaimLost.class);
            claims.confirm(mine, "9001", mine.claim().payload(), null, true);
            assertThat(found("1").targetId()).isEqualTo("9001");
        }

        @Test
        void aReleasedNewRecordLeavesNoRowAndALinkedOneStandsAsBefore() {
            claims.release(claimed("1"), run);
            assertThat(links.find(company, HOURS, "1")).isEmpty();
            Link before = linked("2", "9002");
            claims.release(claims.claim(before, run, "DELETE", null, null, "9002", DAY), run);
            Link after = found("2");
            assertThat(after.targetId()).isEqualTo("9002");
            assertThat(after.facts()).isEqualTo(FACTS);
            assertThat(after.claim()).isNull();
            assertThat(after.version()).isGreaterThan(before.version());
        }

        @Test
        void aReplacementIsTwoStepsAndTheNextGeneration() {
            Link claim = claims.claim(linked("1", "9001"), run, "REPLACE", FACTS, PAYLOAD, "9001", DAY);
            Link half = claims.takenAway(claim);
            assertThat(half.claim().step()).isEqualTo(1);
            assertThat(half.targetId()).isNull();
            assertThat(half.state()).isEqualTo(Link.State.DELETED);
            claims.confirm(half, "9005", PAYLOAD, null, true);
            assertThat(found("1").generation()).isEqualTo(2);
            assertThat(found("1").targetId()).isEqualTo("9005");
            assertThat(found("1").state()).isEqualTo(Link.State.LINKED);
        }

        @Test
        void aDeleteKeepsTheRowAndTheGeneration() {
            Link claim = claims.claim(linked("1", "9001"), run, "DELETE", null, null, "9001", DAY);
            claims.confirm(claim, null, null, null, true);
            Link link = found("1");
            assertThat(link.state()).isEqualTo(Link.State.DELETED);
            assertThat(link.linked()).isFalse();
            assertThat(link.generation()).isEqualTo(1);
            assertThat(links.targets(company, HOURS, "held")).isEmpty();
        }

        @Test
        void oneTargetBelongsToOneLink() {
            linked("1", "9001");
            Link second = claimed("2");
            assertThatThrownBy(() -> claims.confirm(second, "9001", PAYLOAD, null, true))
                    .asInstanceOf(type(RecordFailure.class))
                    .extracting(RecordFailure::reason)
                    .isEqualTo(Reason.TARGET_TAKEN);
            assertThat(found("2").claim()).isNotNull();
            claims.confirm(second, "9001", null, null, false);
            assertThat(found("2").targetId()).isEqualTo("9001");
        }

        @Test
        void aHeldLinkGivesNoTarget() {
            claims.hold(linked("1", "9001"), true);
            assertThat(found("1").state()).isEqualTo(Link.State.HELD);
            assertThat(links.targets(company, HOURS, "held")).containsExactly(Map.entry("1", "held"));
            claims.hold(found("1"), false);
            assertThat(links.targets(company, HOURS, "held")).containsExactly(Map.entry("1", "9001"));
        }

        @Test
        void anotherCompanysLinksAreNotSeen() {
            linked("1", "9001");
            assertThat(links.find("another", HOURS, "1")).isEmpty();
            assertThat(links.page(company, List.of(HOURS), null, "9001", 0, 10)).hasSize(1);
            assertThat(links.page(company, null, "2", null, 0, 10)).isEmpty();
            assertThat(links.count(company, null, null, null)).isEqualTo(1);
        }
    }
}
