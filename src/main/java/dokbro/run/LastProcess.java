package dokbro.run;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Marks the runs that died with the last process, before anything can start a new one. On H2 this process is the only node, so no run can be
 * going; on PostgreSQL another node may have it, and whoever takes its lease next marks it.
 */
@Component
class LastProcess implements InitializingBean {

    private final DataSource database;
    private final RunHistory history;

    LastProcess(DataSource database, RunHistory history) {
        this.database = database;
        this.history = history;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                history.interruptAll();
            }
        }
    }
}
