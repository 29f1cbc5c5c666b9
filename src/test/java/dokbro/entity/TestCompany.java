package dokbro.entity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.AdditionsSettings;
import dokbro.company.Company;
import dokbro.company.InvoiceSettings;
import dokbro.company.ProductSettings;
import dokbro.company.Settings;
import dokbro.company.VoucherSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A company with every setting at its default, and the same with some of them changed. */
public final class TestCompany {

    private TestCompany() {}

    public static Company standard() {
        return new Company(
                "nordbygg",
                1,
                "Nordbygg AS",
                new Company.SmartDokAccess("http://smartdok.invalid", "token"),
                new Company.PowerOfficeAccess(
                        "http://go.invalid",
                        "http://go.invalid/token",
                        "application",
                        "client",
                        "subscription",
                        10,
                        Company.QuantityUnit.MINUTES),
                LocalDate.of(2026, 11, 1),
                Company.State.LIVE,
                Company.Master.POWEROFFICE,
                null,
                List.of(),
                List.of(),
                Company.Billing.SMARTDOK,
                Company.ApprovedBy.ANY,
                null,
                null,
                Company.MarkExported.EXTERNAL,
                Map.of(),
                new Company.WorkHoursSettings(
                        false, true, null, Company.Orders.SKIP, null, Company.Comments.INTERNAL, false, null),
                new AdditionsSettings(false, AdditionsSettings.FlatQuantity.HOURS, Map.of(), false, null, null),
                new ProductSettings(true, "", null),
                new ProductSettings(true, "", null),
                vouchers(),
                vouchers(),
                new InvoiceSettings(Map.of(), false),
                new Company.Brake(20, 50, new BigDecimal("0.05")),
                true,
                4,
                Duration.ofDays(30),
                new Company.Mappings(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of()),
                Settings.NONE);
    }

    /** Accounts are set, so that the entity may be on. */
    private static VoucherSettings vouchers() {
        return new VoucherSettings(
                VoucherSettings.Target.VOUCHER,
                4390,
                4399,
                "0",
                VoucherSettings.Price.INTERNAL_COST,
                false,
                VoucherSettings.GroupBy.PROJECT_DAY,
                false,
                false,
                List.of(),
                false);
    }

    /** The standard company, changed as the JSON says: {@code {"workHours": {"sendTimes": true}}}. */
    public static Company with(JsonNode changes) {
        ObjectNode settings = Json.mapper().valueToTree(standard());
        merge(settings, changes);
        try {
            return Json.mapper()
                    .readerFor(Company.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As above, with ' for ". */
    public static Company with(String changes) {
        return with(Json.tree(changes.replace('\'', '"')));
    }

    private static void merge(ObjectNode settings, JsonNode changes) {
        changes.properties().forEach(change -> {
            JsonNode now = settings.get(change.getKey());
            if (now instanceof ObjectNode inner && change.getValue().isObject()) {
                merge(inner, change.getValue());
            } else {
                settings.set(change.getKey(), change.getValue());
            }
        });
    }
}
