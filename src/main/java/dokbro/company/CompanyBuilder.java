package dokbro.company;

import dokbro.company.Company.ApprovedBy;
import dokbro.company.Company.Billing;
import dokbro.company.Company.Brake;
import dokbro.company.Company.Comments;
import dokbro.company.Company.EntitySettings;
import dokbro.company.Company.Mappings;
import dokbro.company.Company.MarkExported;
import dokbro.company.Company.Master;
import dokbro.company.Company.Orders;
import dokbro.company.Company.PowerOfficeAccess;
import dokbro.company.Company.QuantityUnit;
import dokbro.company.Company.SmartDokAccess;
import dokbro.company.Company.State;
import dokbro.company.Company.TimeAccount;
import dokbro.company.Company.WorkHoursSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes a {@link Company} of settings that have been checked. */
final class CompanyBuilder {

    private final String key;
    private final Settings settings;
    private final Map<String, String> secrets;

    CompanyBuilder(String key, Settings settings, Map<String, String> secrets) {
        this.key = key;
        this.settings = settings;
        this.secrets = secrets;
    }

    /** The company, its revision still 0. */
    Company build() {
        String name = settings.text("name");
        return new Company(
                key,
                0,
                name == null ? key : name,
                new SmartDokAccess(settings.text("smartdok.url"), secrets.get("smartdok.api-token")),
                poweroffice(),
                (LocalDate) settings.value("start-date"),
                choice(State.class, "state"),
                choice(Master.class, "master"),
                settings.text("default-project"),
                settings.list("default-project-for"),
                settings.list("skip-employees"),
                choice(Billing.class, "billing"),
                choice(ApprovedBy.class, "approved-by"),
                choice(TimeAccount.class, "time-account"),
                settings.text("time-account-hour-type"),
                choice(MarkExported.class, "mark-exported"),
                entities(),
                workHours(),
                new TransactionSettings(settings).additions(),
                products("machines"),
                products("goods"),
                new TransactionSettings(settings).vouchers("machine-hours"),
                new TransactionSettings(settings).vouchers("goods-consumption"),
                new TransactionSettings(settings).invoiceBasis(),
                new Brake(settings.number("brake.max-changes"), settings.number("brake.max-deletes"), (BigDecimal)
                        settings.value("brake.max-share")),
                settings.flag("canary"),
                settings.number("parallel"),
                (Duration) settings.value("close-after"),
                mappings(),
                settings);
    }

    private PowerOfficeAccess poweroffice() {
        return new PowerOfficeAccess(
                settings.text("poweroffice.url"),
                settings.text("poweroffice.token-url"),
                secrets.get("poweroffice.application-key"),
                secrets.get("poweroffice.client-key"),
                secrets.get("poweroffice.subscription-key"),
                settings.number("poweroffice.requests-per-second"),
                choice(QuantityUnit.class, "poweroffice.quantity-unit"));
    }

    private Map<String, EntitySettings> entities() {
        Map<String, EntitySettings> entities = new LinkedHashMap<>();
        for (String entity : EntityKeys.ENTITIES) {
            String section = "entities." + entity;
            String enabled = "customers".equals(entity) ? EntityKeys.CREATE_CUSTOMERS : section + ".enabled";
            entities.put(entity, entity(section, settings.flag(enabled)));
        }
        return Collections.unmodifiableMap(entities);
    }

    private EntitySettings entity(String section, boolean enabled) {
        String cron = settings.text(section + ".cron");
        boolean audit = Keys.isSection(section + ".audit") && settings.flag(section + ".audit.enabled");
        String auditCron = audit ? settings.text(section + ".audit.cron") : null;
        if (!Keys.isSection(section + ".deep")) {
            return new EntitySettings(enabled, cron, 0, null, 0, auditCron);
        }
        boolean deep = settings.flag(section + ".deep.enabled");
        return new EntitySettings(
                enabled,
                cron,
                settings.number(section + ".window"),
                deep ? settings.text(section + ".deep.cron") : null,
                settings.number(section + ".deep.window"),
                auditCron);
    }

    private WorkHoursSettings workHours() {
        String section = "entities.work-hours.";
        return new WorkHoursSettings(
                "send".equals(settings.text(section + "not-exported")),
                "send".equals(settings.text(section + "absence")),
                settings.text(section + "absence-project"),
                choice(Orders.class, section + "orders"),
                settings.text(section + "default-activity"),
                choice(Comments.class, section + "comments"),
                settings.flag(section + "send-times"),
                settings.flag(section + "split-overtime")
                        ? (LocalDate) settings.value(section + "split-overtime-from")
                        : null);
    }

    private ProductSettings products(String entity) {
        String section = "entities." + entity + ".";
        boolean master = "machines".equals(entity) && choice(Master.class, "master") == Master.SMARTDOK;
        String prefix = settings.text(section + "product-prefix");
        return new ProductSettings(
                master || settings.flag(section + "create-products"),
                prefix == null ? "" : prefix,
                settings.text(section + "product-group"));
    }

    private Mappings mappings() {
        return new Mappings(
                settings.map("mappings.wage-types"),
                settings.map("mappings.additions"),
                settings.map("mappings.per-diems"),
                settings.map("mappings.activities"),
                settings.map("mappings.absence"),
                settings.map("mappings.overtime"));
    }

    private <E extends Enum<E>> E choice(Class<E> type, String path) {
        String text = settings.text(path);
        return text == null
                ? null
                : Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
