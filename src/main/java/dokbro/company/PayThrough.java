package dokbro.company;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The last day that the next payroll pays (Lønn til og med), which a person moves when a payroll is made; kept in the database. A salary
 * line has no date, so what is sent decides which payroll pays it.
 */
public class PayThrough {

    private final JdbcClient jdbc;
    private final Clock clock;

    PayThrough(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * As it stands.
     *
     * @param last null: every day is paid
     * @param paid the last day of the payroll before; null where none is known
     */
    public record Day(LocalDate last, LocalDate paid, Instant at, String by) {}

    /** Empty where nobody has ever set it. */
    public Optional<Day> find(String company) {
        return jdbc.sql("select last_day, paid_day, set_at, set_by from pay_through where company = :company")
                .param("company", company)
                .query((row, n) -> new Day(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4)))
                .optional();
    }

    /** The company's settings with the day that is in force now. */
    public Company in(Company company) {
        return find(company.key())
                .map(day -> company.withPayThrough(day.last(), day.paid()))
                .orElse(company);
    }

    /**
     * Moves it. The day that it moves on from is the last one of the payroll before; a day that it moves back from was a slip.
     *
     * @param last null: every day is paid
     */
    public void set(String company, LocalDate last, String by) {
        LocalDate paid = find(company)
                .flatMap(before -> Stream.of(before.last(), before.paid())
                        .filter(Objects::nonNull)
                        .filter(day -> last == null || day.isBefore(last))
                        .max(LocalDate::compareTo))
                .orElse(null);
        if (update(company, last, paid, by) == 0) {
            try {
                jdbc.sql("insert into pay_through (company, last_day, paid_day, set_at, set_by)"
                                + " values (:company, :last, :paid, :at, :by)")
                        .param("company", company)
                        .param("last", last)
                        .param("paid", paid)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update();
            } catch (DuplicateKeyException other) {
                // Two people at the same moment: the later word counts.
                update(company, last, paid, by);
            }
        }
    }

    private int update(String company, LocalDate last, LocalDate paid, String by) {
        return jdbc.sql("update pay_through set last_day = :last, paid_day = :paid, set_at = :at, set_by = :by"
                        + " where company = :company")
                .param("company", company)
                .param("last", last)
                .param("paid", paid)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
