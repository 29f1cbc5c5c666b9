package dokbro.company;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settings that companies have had, one row a revision. */
final class SettingsRevisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    SettingsRevisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Revision(long id, String settings) {}

    /** The revision of a company's settings: the newest row when it is equal, else a new one. */
    long of(Company company) {
        String settings = company.settingsWithoutSecrets();
        Optional<Revision> newest = newest(company.key());
        if (newest.isPresent() && newest.get().settings().equals(settings)) {
            return newest.get().id();
        }
        jdbc.sql("insert into settings_revision (company, settings, read_at) values (?, ?, ?)")
                .param(company.key())
                .param(settings)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        // Another node may have read the same file at the same moment: both take the first of equal rows.
        return jdbc.sql("""
                        select min(id) from settings_revision where company = ? and settings = ? and id >
                          coalesce((select max(id) from settings_revision where company = ? and settings <> ?), 0)""")
                .param(company.key())
                .param(settings)
                .param(company.key())
                .param(settings)
                .query(Long.class)
                .single();
    }

    private Optional<Revision> newest(String company) {
        return jdbc.sql(
                        "select id, settings from settings_revision where company = ? order by id desc fetch first 1 row only")
                .param(company)
                .query((row, number) -> new Revision(row.getLong("id"), row.getString("settings")))
                .optional();
    }
}
