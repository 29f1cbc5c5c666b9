package dokbro.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Json;
import dokbro.TestDatabase;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeadLettersTableTest {

    private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final String HOURS = "work-hours";
    private static final DeadLetters.Filter ALL = new DeadLetters.Filter(null, null, null, null);

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

        private final DeadLetters letters;
        private String company;

        Cases(TestDatabase database) {
            letters = new DeadLetters(JdbcClient.create(database.source()), Clock.fixed(NOW, ZoneOffset.UTC));
        }

        @BeforeEach
        void fresh() {
            company = UUID.randomUUID().toString();
        }

        private void store(String id, Reason reason, LocalDate date, Instant sent) {
            letters.store(new DeadLetter(
                    0,
                    company,
                    HOURS,
                    id,
                    id,
                    date,
                    7,
                    reason,
                    List.of("Go", "400", "det går ikke"),
                    "poweroffice",
                    "CREATE",
                    400,
                    Json.tree("{\"Id\":1}"),
                    Json.tree("{\"minutes\":480}"),
                    Json.tree("{\"Quantity\":480}"),
                    "{\"status\":400}",
                    null,
                    null,
                    0,
                    Status.OPEN,
                    null,
                    null,
                    sent,
                    null,
                    null,
                    null));
        }

        private DeadLetter only() {
            List<DeadLetter> all = letters.page(company, ALL, 0, 10);
            assertThat(all).hasSize(1);
            return all.get(0);
        }

        @Test
        void everythingComesBackAsItWasStored() {
            store("1", Reason.REFUSED, DAY, NOW);
            DeadLetter letter = only();
            assertThat(letter.arguments()).containsExactly("Go", "400", "det går ikke");
            assertThat(letter.message("nb")).contains("det går ikke");
            assertThat(letter.reason()).isEqualTo(Reason.REFUSED);
            assertThat(letter.failureClass()).isEqualTo(FailureClass.DATA);
            assertThat(letter.date()).isEqualTo(DAY);
            assertThat(letter.httpStatus()).isEqualTo(400);
            assertThat(letter.request().get("Quantity").asInt()).isEqualTo(480);
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.firstAt()).isEqualTo(NOW);
            assertThat(letter.sentAt()).isEqualTo(NOW);
            assertThat(letters.find(company, letter.id())).contains(letter);
            assertThat(letters.find("another", letter.id())).isEmpty();
            assertThat(letters.ofOwners(company, HOURS, List.of("1", "2"))).isEqualTo(Map.of("1", letter));
        }

        @Test
        void aRecordHasOneCurrentRow() {
            store("1", Reason.REFUSED, DAY, NOW);
            long id = only().id();
            store("1", Reason.NOT_LINKED, null, null);
            DeadLetter letter = only();
            assertThat(letter.id()).isEqualTo(id);
            assertThat(letter.attempts()).isEqualTo(2);
            assertThat(letter.status()).isEqualTo(Status.WAITING);
            assertThat(letter.date()).isNull();
            assertThat(letter.sentAt()).as("when it was last really sent").isEqualTo(NOW);
        }

        @Test
        void aClosedRowStaysAndANewFailureOpensAnother() {
            store("1", Reason.REFUSED, DAY, NOW);
            letters.close(company, HOURS, "1", Status.SUPERSEDED, "run 8");
            assertThat(only().status()).isEqualTo(Status.SUPERSEDED);
            assertThat(only().resolvedBy()).isEqualTo("run 8");
            assertThat(letters.ofOwners(company, HOURS, List.of("1"))).isEmpty();
            assertThat(letters.owners(company, HOURS)).isEmpty();
            store("1", Reason.REFUSED, DAY, null);
            List<DeadLetter> both = letters.page(company, ALL, 0, 10);
            assertThat(both).extracting(DeadLetter::status).containsExactly(Status.OPEN, Status.SUPERSEDED);
            assertThat(both.get(0).attempts()).isEqualTo(1);
            assertThat(both.get(0).sentAt()).isNull();
        }

        @Test
        void closingWhereNothingIsOpenIsInOrder() {
            letters.close(company, HOURS, "1", Status.CLOSED, "run 8");
            assertThat(letters.count(company, ALL)).isZero();
        }

        @Test
        void ownersHaveTheDayOfEach() {
            store("1", Reason.REFUSED, DAY, null);
            store("2", Reason.NOT_LINKED, null, null);
            Map<String, LocalDate> owners = letters.owners(company, HOURS);
            assertThat(owners).hasSize(2).containsEntry("1", DAY).containsEntry("2", null);
        }

        @Test
        void filtersAndPages() {
            store("1", Reason.REFUSED, DAY, null);
            store("2", Reason.NOT_LINKED, DAY, null);
            store("3", Reason.LOCKED_IN_GO, DAY, null);
            assertThat(letters.page(
                            company, new DeadLetters.Filter(List.of(HOURS), FailureClass.LOCKED, null, null), 0, 10))
                    .extracting(DeadLetter::sourceId)
                    .containsExactly("3");
            assertThat(letters.count(company, new DeadLetters.Filter(null, null, Status.OPEN, null)))
                    .isEqualTo(2);
            assertThat(letters.page(company, new DeadLetters.Filter(null, null, null, "not-linked"), 0, 10))
                    .extracting(DeadLetter::sourceId)
                    .containsExactly("2");
            assertThat(letters.page(company, ALL, 1, 2))
                    .extracting(DeadLetter::sourceId)
                    .containsExactly("1");
        }
    }
}
