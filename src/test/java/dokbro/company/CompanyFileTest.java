package dokbro.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dokbro.Json;
import dokbro.company.AdditionsSettings.FlatQuantity;
import dokbro.company.Company.EntitySettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Company files that are right. */
class CompanyFileTest {

    /** The file of design section 8. */
    private static final String DESIGN = """
            name: Nordbygg AS
            smartdok:
              url: https://api.smartdok.no
              api-token: ${NORDBYGG_SMARTDOK_TOKEN}
            poweroffice:
              url: https://goapi.poweroffice.net/v2
              token-url: https://goapi.poweroffice.net/OAuth/Token
              application-key: ${POWEROFFICE_APPLICATION_KEY}
              client-key: ${NORDBYGG_POWEROFFICE_CLIENT_KEY}
              subscription-key: ${POWEROFFICE_SUBSCRIPTION_KEY}
              requests-per-second: 10
              quantity-unit: minutes
            start-date: 2026-11-01            # required
            state: review                     # review: plans only, sends nothing | live
            master: poweroffice
            default-project: "1000"
            default-project-for: ["9000"]
            billing: smartdok
            approved-by: any
            time-account: separate
            mark-exported: external
            entities:                         # cron: Quartz, Europe/Oslo; every key of section 5 that belongs to one entity stands under it
              projects:          {cron: "0 0/15 * * * ?"}
              work-hours:        {cron: "0 5/30 6-20 ? * MON-FRI", window: 45d, deep: {cron: "0 30 2 * * ?", window: 100d}}
              additions:         {cron: "0 10/30 6-20 ? * MON-FRI"}
              machine-hours:     {cron: "0 0 21 * * ?", debit-account: 4390, credit-account: 4399, vat-code: "0"}
              invoice-basis:     {enabled: false}
            brake: {max-changes: 20, max-deletes: 50, max-share: 5%}
            canary: true                      # first write of each kind is one record, then a person looks
            parallel: 4                       # calls to Go at the same time
            mappings:                         # only where names or codes differ; the value `skip` means never send
              wage-types: {"Timelønn": "Ordinær timelønn", "Innleid": skip}
              additions: {"210": "2100"}
              per-diems: {"D1": "700"}
              activities: {"01.1": "11"}
              absence: {"Egenmelding": "Egenmelding"}
            """;

    @Test
    void theFileOfTheDesign() {
        CompanyFiles.FileReading file = Samples.read(DESIGN, Samples.SECRETS);

        assertThat(file.problems()).isEmpty();
        Company company = file.company();
        assertThat(company.key()).isEqualTo("nordbygg");
        assertThat(company.revision()).isZero();
        assertThat(company.name()).isEqualTo("Nordbygg AS");
        assertThat(company.smartdok()).isEqualTo(new Company.SmartDokAccess("https://api.smartdok.no", "sd-secret"));
        assertThat(company.poweroffice())
                .isEqualTo(new Company.PowerOfficeAccess(
                        "https://goapi.poweroffice.net/v2",
                        "https://goapi.poweroffice.net/OAuth/Token",
                        "app-secret",
                        "client-secret",
                        "sub-secret",
                        10,
                        Company.QuantityUnit.MINUTES));
        assertThat(company.startDate()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(company.state()).isEqualTo(Company.State.REVIEW);
        assertThat(company.master()).isEqualTo(Company.Master.POWEROFFICE);
        assertThat(company.defaultProject()).isEqualTo("1000");
        assertThat(company.defaultProjectFor()).containsExactly("9000");
        assertThat(company.billing()).isEqualTo(Company.Billing.SMARTDOK);
        assertThat(company.approvedBy()).isEqualTo(Company.ApprovedBy.ANY);
        assertThat(company.timeAccount()).isEqualTo(Company.TimeAccount.SEPARATE);
        assertThat(company.timeAccountHourType()).isNull();
        assertThat(company.markExported()).isEqualTo(Company.MarkExported.EXTERNAL);
        assertThat(company.entities().get("work-hours"))
                .isEqualTo(
                        new EntitySettings(true, "0 5/30 6-20 ? * MON-FRI", 45, "0 30 2 * * ?", 100, "0 20 5 * * ?"));
        assertThat(company.entities().get("machine-hours").enabled()).isFalse();
        assertThat(company.brake()).isEqualTo(new Company.Brake(20, 50, new BigDecimal("0.05")));
        assertThat(company.canary()).isTrue();
        assertThat(company.parallel()).isEqualTo(4);
        assertThat(company.mappings())
                .isEqualTo(new Company.Mappings(
                        Map.of("Timelønn", "Ordinær timelønn", "Innleid", "skip"),
                        Map.of("210", "2100"),
                        Map.of("D1", "700"),
                        Map.of("01.1", "11"),
                        Map.of("Egenmelding", "Egenmelding"),
                        Map.of()));
        assertThat(company.settings().number("entities.machine-hours.debit-account"))
                .isEqualTo(4390);
        assertThat(company.settings().text("entities.machine-hours.vat-code")).isEqualTo("0");
    }

    @Test
    void whatTheFileDoesNotSayHasItsDefault() {
        Company company = Samples.company(Samples.SHORTEST);

        assertThat(company.name()).isEqualTo("nordbygg");
        assertThat(company.poweroffice().url()).isEqualTo("https://goapi.poweroffice.net/v2");
        assertThat(company.poweroffice().requestsPerSecond()).isEqualTo(10);
        assertThat(company.state()).isEqualTo(Company.State.REVIEW);
        assertThat(company.defaultProject()).isNull();
        assertThat(company.defaultProjectFor()).isEmpty();
        assertThat(company.timeAccount()).isNull();
        assertThat(company.closeAfter()).isEqualTo(Duration.ofDays(30));
        assertThat(company.workHours())
                .isEqualTo(new Company.WorkHoursSettings(
                        false, true, null, Company.Orders.SKIP, null, Company.Comments.INTERNAL, false, null));
        assertThat(company.additions())
                .isEqualTo(new AdditionsSettings(false, FlatQuantity.HOURS, Map.of(), false, null, null));
        assertThat(company.machines()).isEqualTo(new ProductSettings(false, "", null));
        assertThat(company.machineHours())
                .isEqualTo(company.goodsConsumption())
                .isEqualTo(new VoucherSettings(
                        VoucherSettings.Target.VOUCHER,
                        null,
                        null,
                        "0",
                        VoucherSettings.Price.INTERNAL_COST,
                        false,
                        VoucherSettings.GroupBy.PROJECT_DAY,
                        false,
                        false,
                        List.of(),
                        false));
        assertThat(company.invoiceBasis()).isEqualTo(new InvoiceSettings(Map.of(), false));
        assertThat(company.mappings().wageTypes()).isEmpty();
    }

    @Test
    void everyEntityIsThereAndOnlyThoseThatHaveARouteAreOn() {
        Map<String, EntitySettings> entities = Samples.company(Samples.SHORTEST).entities();

        assertThat(entities.keySet())
                .containsExactly(
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
        assertThat(entities.entrySet().stream()
                        .filter(entity -> entity.getValue().enabled())
                        .map(Map.Entry::getKey))
                .containsExactly("projects", "sub-projects", "activities", "reference-data", "work-hours", "additions");
        assertThat(entities)
                .contains(
                        entry("projects", new EntitySettings(true, "0 1/15 * * * ?", 0, null, 0, "0 10 5 * * ?")),
                        entry("sub-projects", new EntitySettings(true, "0 2/15 * * * ?", 0, null, 0, "0 12 5 * * ?")),
                        entry("activities", new EntitySettings(true, "0 3/15 * * * ?", 0, null, 0, "0 14 5 * * ?")),
                        entry("reference-data", new EntitySettings(true, "0 0/15 * * * ?", 0, null, 0, null)),
                        entry(
                                "work-hours",
                                new EntitySettings(
                                        true, "0 5/30 6-20 ? * MON-FRI", 45, "0 30 3 * * ?", 400, "0 20 5 * * ?")),
                        entry(
                                "additions",
                                new EntitySettings(
                                        true, "0 10/30 6-20 ? * MON-FRI", 45, "0 0 4 * * ?", 400, "0 30 5 * * ?")));
    }

    @Test
    void aDeepRunCanBeTurnedOff() {
        Company company = Samples.company(Samples.SHORTEST + "entities: {work-hours: {deep: {enabled: false}}}\n");

        assertThat(company.entities().get("work-hours").deepCron()).isNull();
    }

    @Test
    void choicesAndKeysOfOneEntity() {
        Company company = Samples.company(Samples.SHORTEST + """
                state: live
                approved-by: project-administrator
                time-account: exclude
                skip-employees: [7, "008"]
                close-after: 12h
                brake: {max-share: 2.5%}
                entities:
                  work-hours:
                    not-exported: send
                    absence: skip
                    absence-project: 9
                    orders: default-project
                    default-activity: Annet
                    comments: none
                    send-times: true
                  additions: {addition-quantity: {default: hours, 210: one}}
                """);

        assertThat(company.state()).isEqualTo(Company.State.LIVE);
        assertThat(company.approvedBy()).isEqualTo(Company.ApprovedBy.PROJECT_ADMINISTRATOR);
        assertThat(company.timeAccount()).isEqualTo(Company.TimeAccount.EXCLUDE);
        assertThat(company.skipEmployees()).containsExactly("7", "008");
        assertThat(company.closeAfter()).isEqualTo(Duration.ofHours(12));
        assertThat(company.brake().maxShare()).isEqualTo(new BigDecimal("0.025"));
        assertThat(company.workHours())
                .isEqualTo(new Company.WorkHoursSettings(
                        true, false, "9", Company.Orders.DEFAULT_PROJECT, "Annet", Company.Comments.NONE, true, null));
        assertThat(company.additions())
                .isEqualTo(new AdditionsSettings(
                        false, FlatQuantity.HOURS, Map.of("210", FlatQuantity.ONE), false, null, null));
        assertThat(company.settings().map("entities.additions.addition-quantity"))
                .containsExactly(entry("default", "hours"), entry("210", "one"));
    }

    @Test
    void settingsOfTheLaterEntities() {
        Company company = Samples.company(Samples.SHORTEST + """
                mappings: {overtime: {"50": "Overtid 50 %"}}
                entities:
                  work-hours: {split-overtime: true, split-overtime-from: 2026-12-01}
                  additions: {not-exported: send, rate: smartdok, addition-quantity: {default: one, "210": hours}}
                  machines: {create-products: true, product-prefix: M-, product-group: "10"}
                  machine-hours: {target: time-item}
                  goods-consumption:
                    enabled: true
                    debit-account: 4300
                    credit-account: 4399
                    vat-code: "1"
                    price: product-cost
                    no-price: skip
                    group-by: record
                    post: draft
                    late-vouchers: task
                    goods-categories: [Pukk]
                    mark-goods-exported: true
                  invoice-basis: {create-customers: true, line-products: {workhour: T1, route: R1}}
                """);

        assertThat(company.workHours().splitOvertimeFrom()).isEqualTo("2026-12-01");
        assertThat(company.mappings().overtime()).containsExactly(entry("50", "Overtid 50 %"));
        assertThat(company.additions())
                .isEqualTo(new AdditionsSettings(
                        true, FlatQuantity.ONE, Map.of("210", FlatQuantity.HOURS), true, null, null));
        assertThat(company.machines()).isEqualTo(new ProductSettings(true, "M-", "10"));
        assertThat(company.machineHours().target()).isEqualTo(VoucherSettings.Target.TIME_ITEM);
        assertThat(company.goodsConsumption())
                .isEqualTo(new VoucherSettings(
                        VoucherSettings.Target.VOUCHER,
                        4300,
                        4399,
                        "1",
                        VoucherSettings.Price.PRODUCT_COST,
                        true,
                        VoucherSettings.GroupBy.RECORD,
                        true,
                        true,
                        List.of("Pukk"),
                        true));
        assertThat(company.invoiceBasis())
                .isEqualTo(new InvoiceSettings(Map.of("workhour", "T1", "route", "R1"), true));
    }

    @Test
    void thePayThroughOfTheConsoleIsAnAdditionsSetting() {
        Company company = Samples.company(Samples.SHORTEST).withRevision(7).withPayThrough(LocalDate.of(2026, 10, 31));
        assertThat(company.additions().payThrough()).isEqualTo("2026-10-31");
        assertThat(company.revision()).isEqualTo(7);
        assertThat(company.withPayThrough(null).additions().payThrough()).isNull();
    }

    @Test
    void aWholeNumberWithoutQuotesIsTakenAsWritten() {
        assertThat(Samples.company(Samples.SHORTEST + "default-project: 1000\n").defaultProject())
                .isEqualTo("1000");
        assertThat(Samples.company(Samples.SHORTEST + "default-project: 12345678901234567890\n")
                        .defaultProject())
                .isEqualTo("12345678901234567890");
        assertThat(Samples.company(Samples.SHORTEST + "mappings: {additions: {210: 2100}}\n")
                        .mappings()
                        .additions())
                .containsExactly(entry("210", "2100"));
    }

    @Test
    void sectionsMayBeEmptyAndAddressesMayEndInASlash() {
        Company company = Samples.company(
                Samples.SHORTEST.replace("smartdok.no", "smartdok.no/") + "mappings:\nentities:\n  work-hours:\n");

        assertThat(company.smartdok().url()).isEqualTo("https://api.smartdok.no");
        assertThat(company.mappings().absence()).isEmpty();
    }

    @Test
    void environmentFillsInPartsDefaultsAndNothingTwice() {
        String yaml = Samples.SHORTEST.replace("https://api.smartdok.no", "http://${HOST}:${PORT:9101}/api") + """
                name: "${NAME:Bygg: Øst}"
                parallel: ${PARALLEL}
                default-project: ${EMPTY:77}
                time-account-hour-type: ${NESTED}
                """;
        CompanyFiles.FileReading file =
                Samples.read(yaml, Map.of("HOST", "localhost", "PARALLEL", "8", "EMPTY", "", "NESTED", "${HOST}"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.company().smartdok().url()).isEqualTo("http://localhost:9101/api");
        assertThat(file.company().name()).isEqualTo("Bygg: Øst");
        assertThat(file.company().parallel()).isEqualTo(8);
        assertThat(file.company().defaultProject()).isEqualTo("77");
        assertThat(file.company().timeAccountHourType()).isEqualTo("${HOST}");
    }

    @Test
    void settingsTextHasOriginsAndNoSecrets() {
        Company company = Samples.company(Samples.SHORTEST + "brake: {max-share: 10%}\n");
        String text = company.settingsWithoutSecrets();

        assertThat(Json.tree(text).at("/brake.max-share").toString())
                .isEqualTo("{\"origin\":\"file\",\"value\":\"10%\"}");
        assertThat(Json.tree(text).at("/entities.work-hours.window").toString())
                .isEqualTo("{\"origin\":\"default\",\"value\":\"45d\"}");
        assertThat(Json.tree(text).at("/time-account").toString()).isEqualTo("{\"origin\":\"default\",\"value\":null}");
        assertThat(Json.tree(text).at("/start-date").toString())
                .isEqualTo("{\"origin\":\"file\",\"value\":\"2026-11-01\"}");
        assertThat(text).doesNotContain("secret", "api-token", "client-key");
        assertThat(company.toString()).doesNotContain("secret");
    }

    @Test
    void theOrderOfTheFileDoesNotMatterToTheSettingsText() {
        String one = Samples.SHORTEST + "state: live\nparallel: 2\n";
        String other = "parallel: 2\nstate: live\n" + Samples.SHORTEST;

        assertThat(Samples.company(one).settingsWithoutSecrets())
                .isEqualTo(Samples.company(other).settingsWithoutSecrets());
        assertThat(Samples.company(one)).isEqualTo(Samples.company(other));
    }

    @Test
    void theExampleIsRight() throws IOException {
        String example = Files.readString(Path.of("config/companies/example.yaml.disabled"));
        CompanyFiles.FileReading file = Samples.read(
                example,
                Map.of(
                        "EXAMPLE_SMARTDOK_TOKEN", "a",
                        "POWEROFFICE_APPLICATION_KEY", "b",
                        "EXAMPLE_POWEROFFICE_CLIENT_KEY", "c",
                        "POWEROFFICE_SUBSCRIPTION_KEY", "d"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.company().state()).isEqualTo(Company.State.REVIEW);
    }

    @Test
    void theExampleWithAllItsCommentedKeysIsRight() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("config/companies/example.yaml.disabled")).stream()
                .map(line -> line.replaceFirst("^( *)#= ", "$1"))
                .toList();
        CompanyFiles.FileReading file = Samples.read(
                String.join("\n", lines),
                Map.of(
                        "EXAMPLE_SMARTDOK_TOKEN", "a",
                        "POWEROFFICE_APPLICATION_KEY", "b",
                        "EXAMPLE_POWEROFFICE_CLIENT_KEY", "c",
                        "POWEROFFICE_SUBSCRIPTION_KEY", "d"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.company().workHours().sendTimes()).isTrue();
    }
}
