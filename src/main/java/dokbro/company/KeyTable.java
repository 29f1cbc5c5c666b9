package dokbro.company;

import dokbro.company.Key.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table of every key of a company file: type, default and meaning. docs/configuration.md is compared with it in a test. */
final class KeyTable {

    /** The entities in the order in which their runs depend on each other. */
    static final List<String> ENTITIES = List.of(
            "projects",
            "sub-projects",
            "activities",
            "reference-data",
            "machines",
            "goods",
            "work-hours",
            "additions",
            "machine-hours",
            "goods-consumption",
            "invoice-basis");

    /** Entities whose keys are checked already, but which have no route yet. */
    static final Set<String> LATER =
            Set.of("machines", "goods", "additions", "machine-hours", "goods-consumption", "invoice-basis");

    private static final int MANY = 1_000_000;
    private static final int TEN_YEARS = 3650;

    static final List<Key> ROWS = rows();

    private KeyTable() {}

    private static List<Key> rows() {
        List<Key> rows = new ArrayList<>(company());
        rows.addAll(workHours());
        rows.addAll(later());
        rows.addAll(mappings());
        return List.copyOf(rows);
    }

    private static List<Key> company() {
        return List.of(
                text("name", "The company's name as people know it; without it, the file's name."),
                row("smartdok.url", Type.URL, null, "Address of SmartDok's API.")
                        .asRequired(),
                row("smartdok.api-token", Type.SECRET, null, "The company's API token in SmartDok, valid one year.")
                        .asRequired(),
                row("poweroffice.url", Type.URL, "https://goapi.poweroffice.net/v2", "Address of Go's API."),
                row(
                        "poweroffice.token-url",
                        Type.URL,
                        "https://goapi.poweroffice.net/OAuth/Token",
                        "Where Go's access tokens are fetched; required when `poweroffice.url` is given."),
                row("poweroffice.application-key", Type.SECRET, null, "The integration's key in Go.")
                        .asRequired(),
                row("poweroffice.client-key", Type.SECRET, null, "The company's key for this integration in Go.")
                        .asRequired(),
                row("poweroffice.subscription-key", Type.SECRET, null, "Key of the subscription to Go's API.")
                        .asRequired(),
                number(
                        "poweroffice.requests-per-second",
                        1,
                        1000,
                        "10",
                        "Limit of the subscription key, shared by all companies that use the key."),
                choice(
                        "poweroffice.quantity-unit",
                        "minutes",
                        "Unit of quantity in Go's time entries.",
                        "minutes",
                        "hours"),
                row(
                                "start-date",
                                Type.DATE,
                                null,
                                "The day the company goes live; nothing dated before it is ever sent.")
                        .asRequired(),
                choice("state", "review", "`review` plans only and sends nothing.", "review", "live"),
                choice(
                        "master",
                        "poweroffice",
                        "The system that owns projects, sub-projects and activities.",
                        "poweroffice",
                        "smartdok"),
                text("default-project", "Number of the project in Go that takes hours of `default-project-for`."),
                row(
                        "default-project-for",
                        Type.LIST,
                        null,
                        "Numbers of SmartDok projects whose hours go to `default-project`; hours on other projects that Go does"
                                + " not have wait."),
                row(
                        "skip-employees",
                        Type.LIST,
                        null,
                        "Employee numbers that are never sent, such as hired-in people."),
                choice(
                        "billing",
                        "smartdok",
                        "Who invoices: with `smartdok` hours arrive not billable; with `poweroffice` the invoice basis must be"
                                + " off.",
                        "smartdok",
                        "poweroffice"),
                choice(
                        "approved-by",
                        "any",
                        "The level of approval that counts.",
                        "any",
                        "foreman",
                        "project-administrator",
                        "administrator"),
                choice(
                        "time-account",
                        null,
                        "What hours to the time account become: an entry of their own, nothing, or ordinary hours. Without a"
                                + " choice such registrations become dead letters.",
                        "separate",
                        "exclude",
                        "send"),
                text("time-account-hour-type", "Hour type in Go of the entry that `time-account: separate` makes."),
                choice("mark-exported", "external", "Mark hours in SmartDok as exported.", "external", "none"),
                number("brake.max-changes", 0, MANY, "20", "Changes that a plan may hold before a person must look."),
                number("brake.max-deletes", 0, MANY, "50", "Deletes that a plan may hold before a person must look."),
                row(
                        "brake.max-share",
                        Type.SHARE,
                        "5%",
                        "Changes as a share of what was read; both this and `max-changes` must be exceeded."),
                row("canary", Type.BOOLEAN, "true", "The first write of each kind is one record, then a person looks."),
                number("parallel", 1, 32, "4", "Calls to Go at the same time."),
                row(
                        "close-after",
                        Type.DURATION,
                        "30d",
                        "How long after a project ended it becomes inactive in SmartDok."),
                days("retention.runs", "400d", "How long the records of a run are kept.")
                        .asUnused(),
                days("retention.dead-letters", "400d", "How long closed dead letters are kept.")
                        .asUnused());
    }

    private static List<Key> workHours() {
        List<Key> rows = new ArrayList<>();
        // Minutes apart, so that a run finds the links that the runs before it made.
        rows.addAll(masterData("projects", "0 0/15 * * * ?"));
        rows.addAll(masterData("sub-projects", "0 1/15 * * * ?"));
        rows.addAll(masterData("activities", "0 2/15 * * * ?"));
        rows.addAll(masterData("reference-data", "0 3/15 * * * ?"));
        // Deep runs keep clear of the hour between 2 and 3, which the clock change skips and repeats.
        rows.addAll(transactions("work-hours", "0 5/30 6-20 ? * MON-FRI", "0 30 3 * * ?"));
        String hours = "entities.work-hours.";
        rows.addAll(List.of(
                choice(hours + "not-exported", "skip", "Wage types not marked for export in SmartDok.", "skip", "send"),
                choice(hours + "absence", "send", "Absence.", "send", "skip"),
                text(
                        hours + "absence-project",
                        "Code of the project in Go that absence goes to; without it, no project."),
                choice(
                        hours + "orders",
                        "skip",
                        "Hours on orders in SmartDok: to the project of the same number, to `default-project`, or not sent.",
                        "project",
                        "default-project",
                        "skip"),
                text(hours + "default-activity", "Code or name of the activity in Go for registrations without one."),
                choice(
                        hours + "comments",
                        "internal",
                        "Comments of registrations; those of absence are never sent.",
                        "internal",
                        "none"),
                row(
                        hours + "send-times",
                        Type.BOOLEAN,
                        "false",
                        "Send from and to times; every change of hours is then a new entry."),
                row(
                                hours + "split-overtime",
                                Type.BOOLEAN,
                                "false",
                                "Move an overtime addition into an entry of its own and shorten the ordinary one.")
                        .asUnused()));
        return rows;
    }

    private static List<Key> later() {
        List<Key> rows = new ArrayList<>();
        for (String products : List.of("machines", "goods")) {
            String entity = "entities." + products + ".";
            rows.addAll(masterData(products, products.equals("machines") ? "0 4/30 * * * ?" : "30 4/30 * * * ?"));
            rows.add(row(entity + "create-products", Type.BOOLEAN, "false", "Create products that Go does not have."));
            rows.add(text(entity + "product-prefix", "Put before the number to make the product's code."));
            rows.add(text(entity + "product-group", "Product group in Go of the products that are created."));
        }
        String additions = "entities.additions.";
        rows.addAll(transactions("additions", "0 10/30 6-20 ? * MON-FRI", "0 0 4 * * ?"));
        rows.add(choice(additions + "not-exported", "skip", "Additions not marked for export.", "skip", "send"));
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
        rows.add(choice(additions + "rate", "go", "Whose rate salary lines carry.", "go", "smartdok"));
        rows.addAll(transactions("machine-hours", "0 0 21 * * ?", "0 30 4 * * ?"));
        rows.addAll(vouchers("entities.machine-hours."));
        rows.addAll(transactions("goods-consumption", "0 15 21 * * ?", "0 45 4 * * ?"));
        rows.addAll(vouchers("entities.goods-consumption."));
        String goods = "entities.goods-consumption.";
        rows.add(row(goods + "goods-categories", Type.LIST, null, "Categories of goods that are sent; empty: all."));
        rows.add(row(
                goods + "mark-goods-exported",
                Type.BOOLEAN,
                "false",
                "Mark consumption in SmartDok as exported; it cannot be undone there."));
        rows.addAll(transactions("invoice-basis", "0 20/30 6-20 ? * MON-FRI", "0 0 5 * * ?"));
        for (String kind : List.of("workhour", "addition", "machine", "goods", "custom", "route")) {
            rows.add(text(
                    "entities.invoice-basis.line-products." + kind,
                    "Code of the product in Go for invoice lines of kind " + kind + "."));
        }
        return rows.stream().map(Key::asUnused).toList();
    }

    private static List<Key> vouchers(String entity) {
        return List.of(
                number(entity + "debit-account", 1, MANY, null, "Cost account; required when the entity is on."),
                number(entity + "credit-account", 1, MANY, null, "Contra account; required when the entity is on."),
                text(entity + "vat-code", "VAT code of both lines."),
                choice(
                        entity + "price",
                        "internal-cost",
                        "Where the price comes from.",
                        "internal-cost",
                        "product-cost"),
                choice(entity + "no-price", "dead-letter", "What has no price.", "dead-letter", "skip"),
                choice(
                        entity + "group-by",
                        "project-day",
                        "One voucher for each record, or for each project and day.",
                        "record",
                        "project-day"),
                choice(entity + "post", "direct", "Post vouchers at once, or leave them as drafts.", "direct", "draft"),
                choice(
                        entity + "late-vouchers",
                        "first-open-day",
                        "A voucher of a locked period: posted on the first open day, or left to a person.",
                        "first-open-day",
                        "task"));
    }

    private static List<Key> mappings() {
        return Stream.of(
                        "wage-types: SmartDok wage type → Go hour type, by name.",
                        "additions: SmartDok addition → Go pay item, by code.",
                        "per-diems: SmartDok per diem → Go pay item, by code.",
                        "activities: SmartDok activity number → Go activity code or name.",
                        "absence: SmartDok absence wage type → Go activity code or name.")
                .map(text -> text.split(": ", 2))
                .map(part -> row("mappings." + part[0], Type.MAP, null, part[1] + " `skip`: never sent."))
                .toList();
    }

    private static List<Key> masterData(String name, String cron) {
        String entity = "entities." + name + ".";
        return List.of(
                row(entity + "enabled", Type.BOOLEAN, LATER.contains(name) ? "false" : "true", "Whether it runs."),
                row(entity + "cron", Type.CRON, cron, "When it runs."));
    }

    private static List<Key> transactions(String name, String cron, String deepCron) {
        String entity = "entities." + name + ".";
        List<Key> rows = new ArrayList<>(masterData(name, cron));
        rows.add(days(entity + "window", "45d", "How far back a run reads."));
        rows.add(row(entity + "deep.enabled", Type.BOOLEAN, "true", "Whether there is a deep run as well."));
        rows.add(row(entity + "deep.cron", Type.CRON, deepCron, "When the deep run is."));
        rows.add(days(entity + "deep.window", "400d", "How far back the deep run reads."));
        return rows;
    }

    private static Key text(String path, String description) {
        return row(path, Type.TEXT, null, description);
    }

    private static Key number(String path, int min, int max, String fallback, String description) {
        return new Key(path, Type.NUMBER, List.of(), min, max, fallback, false, false, description);
    }

    private static Key days(String path, String fallback, String description) {
        return new Key(path, Type.DAYS, List.of(), 1, TEN_YEARS, fallback, false, false, description);
    }

    private static Key choice(String path, String fallback, String description, String... choices) {
        return new Key(path, Type.CHOICE, List.of(choices), 0, 0, fallback, false, false, description);
    }

    private static Key row(String path, Type type, String fallback, String description) {
        return new Key(path, type, List.of(), 0, TEN_YEARS, fallback, false, false, description);
    }
}
