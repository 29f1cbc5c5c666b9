package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * What people do with rows of goods in SmartDok's own pages. Keys are the contractor's; one that is not there is an IllegalArgumentException,
 * an id a NoSuchElementException. Thread-safe.
 */
public final class ConsumptionBook {

    private final Tenant tenant;

    ConsumptionBook(Tenant tenant) {
        this.tenant = tenant;
    }

    /** All rows as they are kept, production and transport too; not to be changed. */
    public List<ObjectNode> rows() {
        return tenant.goodsRows().all();
    }

    public ObjectNode row(int id) {
        return tenant.goodsRows().find(String.valueOf(id)).orElseThrow(() -> none(id));
    }

    /**
     * Adds a row of consumption out of the store, not approved; gives its id.
     *
     * @param subProject null for none
     */
    public int add(
            String employee, LocalDate date, String project, String subProject, String goods, BigDecimal amount) {
        int id = tenant.goodsRows().nextId();
        ObjectNode row = tenant.empty()
                .put("Id", id)
                .put("Date", Times.text(date.atStartOfDay()))
                .put("DateRegistered", tenant.now())
                .put("UserId", tenant.users().id(employee))
                .put("ProjectId", TenantLoader.number(tenant.projects(), project))
                .put("GoodsId", TenantLoader.number(tenant.goods(), goods))
                .put("Amount", amount)
                .put("FlowId", GoodsLoader.OUT);
        if (subProject != null) {
            row.put("SubProjectId", TenantLoader.number(tenant.subProjects(), subProject));
        }
        tenant.goodsRows().add(row);
        return id;
    }

    /** Changes members, by the names of the API and ProjectId, SubProjectId, GoodsId, UserId. An approval stays. */
    public void change(int id, Consumer<ObjectNode> change) {
        if (!tenant.goodsRows().change(String.valueOf(id), change)) {
            throw none(id);
        }
    }

    /** Approved by the foreman. */
    public void approve(int id) {
        change(id, row -> row.put("BasAttested", true).put("DateBasAttested", tenant.now()));
    }

    /** Takes every approval back. */
    public void withdraw(int id) {
        change(
                id,
                row -> row.put("BasAttested", false)
                        .putNull("DateBasAttested")
                        .put("AdminAttested", false)
                        .putNull("DateAdminAttested"));
    }

    public void delete(int id) {
        if (!tenant.goodsRows().remove(String.valueOf(id))) {
            throw none(id);
        }
    }

    private static NoSuchElementException none(int id) {
        return new NoSuchElementException("SmartDok has no row of goods " + id);
    }
}
