package dokbro;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** Databases with Dokbro's tables, for tests of what stores something. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource open() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource open() {
            try {
                return EmbeddedPostgres.builder().start().getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private DataSource source;

    abstract DataSource open();

    /** The one database of this kind; it lives as long as the tests. */
    public synchronized DataSource source() {
        if (source == null) {
            source = open();
            Flyway.configure().dataSource(source).load().migrate();
        }
        return source;
    }
}
