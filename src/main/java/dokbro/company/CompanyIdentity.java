package dokbro.company;

import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which SmartDok company and which Go client a company is, pinned at first contact: keys that were exchanged or copied by mistake must not
 * let one company's hours into another's books (design, section 2).
 */
public class CompanyIdentity {

    private static final String SMARTDOK = "SmartDok";
    private static final String GO = "PowerOffice Go";

    private final JdbcClient jdbc;
    private final Clock clock;

    public CompanyIdentity(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Pinned(String company, String smartdok, String go) {}

    /**
     * Pins the pair at first contact, later only compares. Safe when several nodes do it at once; call it outside a transaction, since it
     * goes on after a refused insert. Case and blanks around the ids do not count.
     *
     * @param smartdokCompanyId SmartDok's {@code CompanyId}; not blank
     * @param goClientId Go's {@code ClientId}; not blank
     * @throws RecordFailure OTHER_IDENTITY when the company is pinned to another pair, IDENTITY_TAKEN when one of the ids is pinned under
     *     another company
     */
    public void pin(Company company, String smartdokCompanyId, String goClientId) {
        Pinned now = new Pinned(company.key(), id(smartdokCompanyId), id(goClientId));
        Optional<Pinned> pinned = find("company", now.company());
        if (pinned.isPresent()) {
            compare(pinned.get(), now);
            return;
        }
        try {
            insert(now);
        } catch (DuplicateKeyException e) {
            Optional<Pinned> meanwhile = find("company", now.company());
            if (meanwhile.isEmpty()) {
                throw taken(now, e);
            }
            compare(meanwhile.get(), now);
        }
    }

    private static void compare(Pinned pinned, Pinned now) {
        if (!pinned.smartdok().equals(now.smartdok())) {
            throw new RecordFailure(Reason.OTHER_IDENTITY, SMARTDOK, now.smartdok(), pinned.smartdok());
        }
        if (!pinned.go().equals(now.go())) {
            throw new RecordFailure(Reason.OTHER_IDENTITY, GO, now.go(), pinned.go());
        }
    }

    private RuntimeException taken(Pinned now, DuplicateKeyException e) {
        Optional<Pinned> sameSmartdok = find("smartdok_company", now.smartdok());
        if (sameSmartdok.isPresent()) {
            return new RecordFailure(
                    e,
                    Reason.IDENTITY_TAKEN,
                    SMARTDOK,
                    now.smartdok(),
                    sameSmartdok.get().company());
        }
        return find("go_client", now.go())
                .<RuntimeException>map(
                        other -> new RecordFailure(e, Reason.IDENTITY_TAKEN, GO, now.go(), other.company()))
                .orElse(e);
    }

    private void insert(Pinned now) {
        jdbc.sql("insert into company_identity (company, smartdok_company, go_client, pinned_at) values (?, ?, ?, ?)")
                .param(now.company())
                .param(now.smartdok())
                .param(now.go())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Pinned> find(String column, String value) {
        return jdbc.sql("select company, smartdok_company, go_client from company_identity where " + column + " = ?")
                .param(value)
                .query((row, number) -> new Pinned(
                        row.getString("company"), row.getString("smartdok_company"), row.getString("go_client")))
                .optional();
    }

    private static String id(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("An identity must not be blank");
        }
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
