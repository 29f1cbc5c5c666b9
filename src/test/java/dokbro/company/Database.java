package dokbro.company;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases for tests, with Dokbro's tables. */
final class Database {

    private Database() {}

    /** An H2 of its own, in memory. */
    static JdbcClient h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return migrated(source);
    }

    static JdbcClient migrated(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        return JdbcClient.create(source);
    }
}
