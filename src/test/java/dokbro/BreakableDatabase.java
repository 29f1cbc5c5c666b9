package dokbro;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The database of the tests, which can be gone for a while. */
public final class BreakableDatabase extends DelegatingDataSource {

    private volatile boolean gone;

    BreakableDatabase(DataSource database) {
        super(database);
    }

    /** From now on nobody gets a connection, or everybody does again. */
    public void gone(boolean now) {
        this.gone = now;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (gone) {
            throw new SQLTransientConnectionException("the database is gone");
        }
        return super.getConnection();
    }
}
