package dokbro;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One company's rows of a table, narrowed by what is asked for. */
public final class CompanyRows {

    private final String table;
    private final StringBuilder where = new StringBuilder(" where company = :company");
    private final Map<String, Object> parameters = new HashMap<>();

    private CompanyRows(String table, String company) {
        this.table = table;
        parameters.put("company", company);
    }

    /** All rows of the company; the table's name is never from outside. */
    public static CompanyRows of(String table, String company) {
        return new CompanyRows(table, company);
    }

    /** Only rows with this value, compared as text; null asks for nothing. */
    public CompanyRows with(String column, Object value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(column);
            parameters.put(column, value.toString());
        }
        return this;
    }

    /** Only rows with one of these values; null asks for nothing. */
    public CompanyRows within(String column, Collection<String> values) {
        if (values != null) {
            where.append(" and ").append(column).append(" in (:").append(column).append(")");
            parameters.put(column, values);
        }
        return this;
    }

    /** A page, newest first. */
    public <T> List<T> page(JdbcClient jdbc, RowMapper<T> row, int page, int size) {
        return jdbc.sql("select * from " + table + where + " order by id desc limit :size offset :offset")
                .params(parameters)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(row)
                .list();
    }

    public long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from " + table + where)
                .params(parameters)
                .query(Long.class)
                .single();
    }
}
