package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.Contractor;
import dokbro.sandbox.Contractor.GoodsRowKind;
import java.time.LocalDateTime;

/** Puts a contractor's rows of goods into SmartDok. */
final class GoodsLoader {

    static final int IN = 1;
    static final int OUT = 2;

    private final Contractor contractor;
    private final Tenant tenant;
    private final ConsumptionBook book;

    GoodsLoader(Contractor contractor, Tenant tenant) {
        this.contractor = contractor;
        this.tenant = tenant;
        this.book = new ConsumptionBook(tenant);
    }

    void load() {
        contractor.goodsRows().forEach(this::row);
    }

    private void row(Contractor.GoodsRow row) {
        int id = book.add(row.employee(), row.date(), row.project(), row.subProject(), row.goods(), row.amount());
        LocalDateTime evening = row.date().atTime(16, 10);
        book.change(id, record -> {
            record.put("DateRegistered", Times.text(evening))
                    .put("Comment", row.comment())
                    .put("AgreedPrice", row.agreedPrice())
                    .put("FlowId", row.in() ? IN : OUT)
                    .put("Production", row.kind() == GoodsRowKind.PRODUCTION)
                    .put("MassTransport", row.kind() == GoodsRowKind.TRANSPORT);
            if (row.approved()) {
                approved(record, Times.text(evening.plusDays(1)));
            }
            if (row.exported()) {
                record.put("Exported", true).put("ExportedDate", Times.text(evening.plusDays(2)));
            }
        });
    }

    /** By the foreman, every third by the administrator instead. */
    private static void approved(ObjectNode record, String when) {
        String who = record.get("Id").asInt() % 3 == 0 ? "Admin" : "Bas";
        record.put(who + "Attested", true).put("Date" + who + "Attested", when).put(who + "Name", "Kari Leder");
    }
}
