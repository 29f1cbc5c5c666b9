package dokbro;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Takes the database away from the threads of runs, from one access to the next. To the database and the two systems it looks as if the
 * process had been killed there: claims, lease and the run's row stay as they were.
 */
public final class Outage implements BeanPostProcessor {

    private static final int NEVER = Integer.MAX_VALUE;

    private final AtomicInteger left = new AtomicInteger(NEVER);

    /** After this many accesses of runs from now on, there is no database for them. */
    public void after(int accesses) {
        left.set(accesses);
    }

    /** The database is there again. */
    public void over() {
        left.set(NEVER);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Failing(source) : bean;
    }

    private static boolean ofARun() {
        String thread = Thread.currentThread().getName();
        return thread.equals("run") || thread.startsWith("send-") || thread.startsWith("read ");
    }

    private final class Failing extends DelegatingDataSource {
        private Failing(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (ofARun() && left.getAndUpdate(n -> n == NEVER || n == 0 ? n : n - 1) == 0) {
                throw new SQLTransientConnectionException("the test has taken the database away");
            }
            return super.getConnection();
        }
    }
}
