package dokbro.company;

import dokbro.company.Key.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows of the {@link KeyTable} that stand under an entity. */
final class EntityKeys {

    /** The entities in the order in which their runs depend on each other. */
    static final List<String> ENTITIES = List.of(
            "projects",
            "sub-projects",
            "activities",
            "reference-data",
            "machines",
            "goods",
            "customers",
            "work-hours",
            "additions",
            "machine-hours",
            "goods-consumption",
            "invoice-basis");

    /** What {@code customers} is enabled by; it has no switch of its own. */
    static final String CREATE_CUSTOMERS = "entities.invoice-basis.create-customers";

    /** Entities that an office switches on: they need its accounts, make products, or bill. */
    private static final Set<String> OFF =
            Set.of("machines", "goods", "machine-hours", "goods-consumption", "invoice-basis");

    /** Kinds of lines of an invoice basis. */
    static final List<String> INVOICE_LINES = List.of("workhour", "addition", "machine", "goods", "custom", "route");

    private static final int MAX_ACCOUNT = 999_999;

    private EntityKeys() {}

    static List<Key> rows() {
        List<Key> rows = new ArrayList<>(workHours());
        rows.addAll(additions());
        rows.addAll(costs());
        rows.addAll(invoiceBasis());
        return rows;
    }

    private static List<Key> workHours() {
        List<Key> rows = new ArrayList<>();
        // Minutes apart, so that a run finds the links that the runs before it made.
        rows.addAll(masterData("reference-data", "0 0/15 * * * ?"));
        rows.addAll(masterData("projects", "0 1/15 * * * ?"));
        rows.addAll(masterData("sub-projects", "0 2/15 * * * ?"));
        rows.addAll(masterData("activities", "0 3/15 * * * ?"));
        // After the deep runs of the night: what they have put right is no drift any more.
        rows.addAll(audit("projects", "0 10 5 * * ?"));
        rows.addAll(audit("sub-projects", "0 12 5 * * ?"));
        rows.addAll(audit("activities", "0 14 5 * * ?"));
        rows.addAll(audit("work-hours", "0 20 5 * * ?"));
        // Deep runs keep clear of the hour between 2 and 3, which the clock change skips and repeats.
        rows.addAll(transactions("work-hours", "0 5/30 6-20 ? * MON-FRI", "0 30 3 * * ?"));
        String hours = "entities.work-hours.";
        rows.addAll(
                List.of(
                        Key.choice(
                                hours + "not-exported",
                                "skip",
                                "Wage types not marked for export in SmartDok.",
                                "skip",
                                "send"),
                        Key.choice(hours + "absence", "send", "Absence.", "send", "skip"),
                        Key.text(
                                hours + "absence-project",
                                "Code of the project in Go that absence goes to; without it, no project."),
                        Key.choice(
                                hours + "orders",
                                "skip",
                                "Hours on orders in SmartDok: to the project of the same number, to `default-project`, or not sent.",
                                "project",
                                "default-project",
                                "skip"),
                        Key.text(
                                hours + "default-activity",
                                "Code or name of the activity in Go for registrations without one."),
                        Key.choice(
                                hours + "comments",
                                "internal",
                                "Comments of registrations; those of absence are never sent.",
                                "internal",
                                "none"),
                        Key.of(
                                hours + "send-times",
                                Type.BOOLEAN,
                                "false",
                                "Send from and to times; every change of hours is then a new entry."),
                        Key.of(
                                hours + "split-overtime",
                                Type.BOOLEAN,
                                "false",
                                "Move an overtime addition into an entry of its own and shorten the ordinary one."),
                        Key.of(
                                hours + "split-overtime-from",
                                Type.DATE,
                                null,
                                "First day whose overtime is split; required with `split-overtime`, so that it rewrites no history.")));
        return rows;
    }

    private static List<Key> invoiceBasis() {
        List<Key> rows = new ArrayList<>();
        rows.add(Key.of(
                "entities.customers.cron",
                Type.CRON,
                "0 5/30 * * * ?",
                "When customers are created; only with `create-customers` of the invoice basis."));
        rows.addAll(transactions("invoice-basis", "0 20/30 6-20 ? * MON-FRI", "0 0 5 * * ?"));
        for (String kind : INVOICE_LINES) {
            rows.add(Key.text(
                    "entities.invoice-basis.line-products." + kind,
                    "Code of the product in Go for invoice lines of kind " + kind + "."));
        }
        rows.add(Key.of(CREATE_CUSTOMERS, Type.BOOLEAN, "false", "Create customers that Go does not have."));
        rows.addAll(audit("invoice-basis", "0 50 5 * * ?"));
        return rows;
    }

    private static List<Key> additions() {
        String additions = "entities.additions.";
        List<Key> rows = new ArrayList<>(transactions("additions", "0 10/30 6-20 ? * MON-FRI", "0 0 4 * * ?"));
        rows.addAll(audit("additions", "0 30 5 * * ?"));
        rows.add(Key.choice(additions + "not-exported", "skip", "Additions not marked for export.", "skip", "send"));
        rows.add(new Key(
                additions + "addition-quantity",
                Type.MAP,
                List.of("hours", "one"),
                0,
                0,
                null,
                false,
                false,
                "Quantity of flat additions, by code; `default` for all others, `hours` where it is left out."));
        rows.add(Key.choice(additions + "rate", "go", "Whose rate salary lines carry.", "go", "smartdok"));
        return rows;
    }

    private static List<Key> costs() {
        List<Key> rows = new ArrayList<>();
        for (String products : List.of("machines", "goods")) {
            String entity = "entities." + products + ".";
            rows.addAll(masterData(products, products.equals("machines") ? "0 4/30 * * * ?" : "30 4/30 * * * ?"));
            rows.add(Key.of(
                    entity + "create-products", Type.BOOLEAN, "false", "Create products that Go does not have."));
            rows.add(Key.text(entity + "product-prefix", "Put before the number to make the product's code."));
            rows.add(Key.text(entity + "product-group", "Product group in Go of the products that are created."));
        }
        rows.addAll(transactions("machine-hours", "0 0 21 * * ?", "0 30 4 * * ?"));
        rows.addAll(vouchers("entities.machine-hours."));
        rows.addAll(transactions("goods-consumption", "0 15 21 * * ?", "0 45 4 * * ?"));
        rows.addAll(vouchers("entities.goods-consumption."));
        String goods = "entities.goods-consumption.";
        rows.add(Key.of(goods + "goods-categories", Type.LIST, null, "Categories of goods that are sent; empty: all."));
        rows.add(Key.of(
                goods + "mark-goods-exported",
                Type.BOOLEAN,
                "false",
                "Mark consumption in SmartDok as exported; it cannot be undone there."));
        rows.addAll(audit("machines", "0 16 5 * * ?"));
        rows.addAll(audit("goods", "0 18 5 * * ?"));
        rows.addAll(audit("machine-hours", "0 40 5 * * ?"));
        rows.addAll(audit("goods-consumption", "0 45 5 * * ?"));
        return rows;
    }

    private static List<Key> vouchers(String entity) {
        return List.of(
                Key.choice(
                                entity + "target",
                                "voucher",
                                "A manual journal voucher, or an item entry in Go's time module.",
                                "voucher",
                                "time-item")
                        .asUnused(),
                Key.number(
                        entity + "debit-account",
                        1,
                        MAX_ACCOUNT,
                        null,
                        "Cost account; required when the entity is on."),
                Key.number(
                        entity + "credit-account",
                        1,
                        MAX_ACCOUNT,
                        null,
                        "Contra account; required when the entity is on."),
                Key.of(entity + "vat-code", Type.TEXT, "0", "VAT code of both lines."),
                Key.choice(
                        entity + "price",
                        "internal-cost",
                        "Where the price comes from.",
                        "internal-cost",
                        "product-cost"),
                Key.choice(entity + "no-price", "dead-letter", "What has no price.", "dead-letter", "skip"),
                Key.choice(
                        entity + "group-by",
                        "project-day",
                        "One voucher for each record, or for each project and day.",
                        "record",
                        "project-day"),
                Key.choice(
                        entity + "post",
                        "direct",
                        "Post vouchers at once, or leave them as drafts.",
                        "direct",
                        "draft"),
                Key.choice(
                        entity + "late-vouchers",
                        "first-open-day",
                        "A voucher of a locked period: posted on the first open day, or left to a person.",
                        "first-open-day",
                        "task"));
    }

    private static List<Key> masterData(String name, String cron) {
        String entity = "entities." + name + ".";
        return List.of(
                Key.of(entity + "enabled", Type.BOOLEAN, OFF.contains(name) ? "false" : "true", "Whether it runs."),
                Key.of(entity + "cron", Type.CRON, cron, "When it runs."));
    }

    private static List<Key> audit(String name, String cron) {
        String entity = "entities." + name + ".audit.";
        return List.of(
                Key.of(
                        entity + "enabled",
                        Type.BOOLEAN,
                        "true",
                        "Whether the target's records are compared with the links at night."),
                Key.of(entity + "cron", Type.CRON, cron, "When the audit is."));
    }

    private static List<Key> transactions(String name, String cron, String deepCron) {
        String entity = "entities." + name + ".";
        List<Key> rows = new ArrayList<>(masterData(name, cron));
        rows.add(Key.days(entity + "window", "45d", "How far back a run reads."));
        rows.add(Key.of(entity + "deep.enabled", Type.BOOLEAN, "true", "Whether there is a deep run as well."));
        rows.add(Key.of(entity + "deep.cron", Type.CRON, deepCron, "When the deep run is."));
        rows.add(Key.days(entity + "deep.window", "400d", "How far back the deep run reads."));
        return rows;
    }
}
