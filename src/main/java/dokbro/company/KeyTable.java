package dokbro.company;

import dokbro.company.Key.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table of every key of a company file: type, default and meaning. docs/configuration.md is compared with it in a test. */
final class KeyTable {

    private static final int MANY = 1_000_000;

    static final List<Key> ROWS = rows();

    private KeyTable() {}

    private static List<Key> rows() {
        List<Key> rows = new ArrayList<>(company());
        rows.addAll(EntityKeys.rows());
        rows.addAll(mappings());
        return List.copyOf(rows);
    }

    private static List<Key> company() {
        return List.of(
                Key.text("name", "The company's name as people know it; without it, the file's name."),
                Key.of("smartdok.url", Type.URL, null, "Address of SmartDok's API.")
                        .asRequired(),
                Key.of("smartdok.api-token", Type.SECRET, null, "The company's API token in SmartDok, valid one year.")
                        .asRequired(),
                Key.of("poweroffice.url", Type.URL, "https://goapi.poweroffice.net/v2", "Address of Go's API."),
                Key.of(
                        "poweroffice.token-url",
                        Type.URL,
                        "https://goapi.poweroffice.net/OAuth/Token",
                        "Where Go's access tokens are fetched; required when `poweroffice.url` is given."),
                Key.of("poweroffice.application-key", Type.SECRET, null, "The integration's key in Go.")
                        .asRequired(),
                Key.of("poweroffice.client-key", Type.SECRET, null, "The company's key for this integration in Go.")
                        .asRequired(),
                Key.of("poweroffice.subscription-key", Type.SECRET, null, "Key of the subscription to Go's API.")
                        .asRequired(),
                Key.number(
                        "poweroffice.requests-per-second",
                        1,
                        1000,
                        "10",
                        "Limit of the subscription key, shared by all companies that use the key."),
                Key.choice(
                        "poweroffice.quantity-unit",
                        "minutes",
                        "Unit of quantity in Go's time entries.",
                        "minutes",
                        "hours"),
                Key.of(
                                "start-date",
                                Type.DATE,
                                null,
                                "The day the company goes live; nothing dated before it is ever sent.")
                        .asRequired(),
                Key.choice("state", "review", "`review` plans only and sends nothing.", "review", "live"),
                Key.choice(
                        "master",
                        "poweroffice",
                        "The system that owns projects, sub-projects and activities.",
                        "poweroffice",
                        "smartdok"),
                Key.text("default-project", "Number of the project in Go that takes hours of `default-project-for`."),
                Key.of(
                        "default-project-for",
                        Type.LIST,
                        null,
                        "Numbers of SmartDok projects whose hours go to `default-project`; hours on other projects that Go does"
                                + " not have wait."),
                Key.of(
                        "skip-employees",
                        Type.LIST,
                        null,
                        "Employee numbers that are never sent, such as hired-in people."),
                Key.choice(
                        "billing",
                        "smartdok",
                        "Who invoices: with `smartdok` hours arrive not billable; with `poweroffice` the invoice basis must be"
                                + " off.",
                        "smartdok",
                        "poweroffice"),
                Key.choice(
                        "approved-by",
                        "any",
                        "The level of approval that counts.",
                        "any",
                        "foreman",
                        "project-administrator",
                        "administrator"),
                Key.choice(
                        "time-account",
                        null,
                        "What hours to the time account become: an entry of their own, nothing, or ordinary hours. Without a"
                                + " choice such registrations become dead letters.",
                        "separate",
                        "exclude",
                        "send"),
                Key.text("time-account-hour-type", "Hour type in Go of the entry that `time-account: separate` makes."),
                Key.choice("mark-exported", "external", "Mark hours in SmartDok as exported.", "external", "none"),
                Key.number(
                        "brake.max-changes", 0, MANY, "20", "Changes that a plan may hold before a person must look."),
                Key.number(
                        "brake.max-deletes", 0, MANY, "50", "Deletes that a plan may hold before a person must look."),
                Key.of(
                        "brake.max-share",
                        Type.SHARE,
                        "5%",
                        "Changes as a share of what was read; both this and `max-changes` must be exceeded."),
                Key.of(
                        "canary",
                        Type.BOOLEAN,
                        "true",
                        "The first write of each kind is one record, then a person looks."),
                Key.number("parallel", 1, 32, "4", "Calls to Go at the same time."),
                Key.of(
                        "close-after",
                        Type.DURATION,
                        "30d",
                        "How many days after Go has closed a project it becomes inactive in SmartDok; until then it is finished."),
                Key.days("retention.runs", "400d", "How long the records of a run are kept.")
                        .asUnused(),
                Key.days("retention.dead-letters", "400d", "How long closed dead letters are kept.")
                        .asUnused());
    }

    private static List<Key> mappings() {
        return Stream.of(
                        "wage-types: SmartDok wage type → Go hour type, by name.",
                        "additions: SmartDok addition → Go pay item, by code.",
                        "per-diems: SmartDok per diem → Go pay item, by code.",
                        "activities: SmartDok activity number → Go activity code or name.",
                        "absence: SmartDok absence wage type → Go activity code or name.",
                        "overtime: SmartDok code of an overtime addition → Go hour type, for `split-overtime`.")
                .map(text -> text.split(": ", 2))
                .map(part -> Key.of("mappings." + part[0], Type.MAP, null, part[1] + meaning(part[0])))
                .toList();
    }

    private static String meaning(String mapping) {
        return mapping.equals("overtime") ? " `skip`: stays an addition." : " `skip`: never sent.";
    }
}
