package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Site;
import dokbro.TestTime;
import dokbro.link.Link;
import dokbro.run.RunHistory.RunRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** Two machines and some goods whose products stand in Go; what vouchers Go holds. */
abstract class CostScene {

    static final String MACHINE_HOURS = "machine-hours";
    static final String GOODS = "goods-consumption";
    static final String POST = "POST /v2/Vouchers/ManualJournals";
    static final String REVERSE = "POST /v2/Vouchers/Reverse/";
    static final LocalDate DAY = TestTime.today().minusDays(3);

    Site site;
    int digger;
    int loader;

    @Autowired
    Site.Parts parts;

    /** Registers and products are linked; the wire logs are empty. */
    void open(String company) {
        site = parts.site(company).reset().masterData();
        site.run("machines");
        site.run("goods");
        digger = site.office().id("machines", "Gravemaskin CAT 320");
        loader = site.office().id("machines", "Hjullaster Volvo L90");
        site.forget();
    }

    /** The voucher of a project and day. */
    String group(LocalDate day, String project) {
        return day + ":p" + site.office().id("projects", project);
    }

    String group() {
        return group(DAY, "1000");
    }

    /** An approved registration on project 1000 with the digger at 450 kr an hour. */
    int digging(LocalDate day, int minutes) {
        return site.hours("101", day, draft -> draft.machine(digger, minutes));
    }

    /** So that a read is never empty: on another day and project. */
    void keeper() {
        site.hours(
                "105",
                DAY.plusDays(1),
                draft -> draft.machine(loader, 60).project(site.office().id("projects", "1010"), null));
    }

    int consumption(String goods, String amount) {
        int id = site.office().consumption().add("101", DAY, "1000", null, goods, new BigDecimal(amount));
        site.office().consumption().approve(id);
        return id;
    }

    RunRow run() {
        return site.run(MACHINE_HOURS);
    }

    Link link() {
        return site.link(MACHINE_HOURS, group());
    }

    List<String> writes() {
        return Site.calls(site.goWrites());
    }

    /** The voucher that was sent as the n-th write. */
    JsonNode sent(int n) {
        return Site.body(site.goWrites().get(n));
    }

    static BigDecimal amount(JsonNode voucher, int line) {
        return voucher.at("/VoucherLines/" + line + "/CurrencyAmount").decimalValue();
    }

    /** Vouchers with Dokbro's reference that nobody has reversed. */
    List<JsonNode> standing() {
        return site.go().records("/Vouchers/ManualJournals").stream()
                .filter(voucher -> !voucher.path("IsReversed").asBoolean())
                .filter(voucher -> voucher.hasNonNull("ExternalImportReference"))
                .toList();
    }

    /** What a project costs by all vouchers in Go, reversals too. */
    BigDecimal cost(String project) {
        long id = site.goId("/Projects", "Code", project);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode voucher : site.go().records("/Vouchers/ManualJournals")) {
            for (JsonNode line : voucher.get("VoucherLines")) {
                if (line.path("ProjectId").asLong() == id) {
                    sum = sum.add(line.get("CurrencyAmount").decimalValue());
                }
            }
        }
        return sum;
    }
}
