package dokbro.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Company files that are wrong: each message with its file, line and key. */
class WrongCompanyFileTest {

    private static final String SHORTEST = Samples.SHORTEST;

    @TempDir
    Path config;

    @ParameterizedTest(name = "{0} → {3}")
    @MethodSource({"added", "replaced", "spoilt"})
    void oneProblem(String yaml, int line, String key, String message) {
        CompanyFiles.FileReading file = Samples.read(yaml, Map.of("TOKEN", "tell nobody", "WORD", "hush"));

        assertThat(file.problems()).containsExactly(new Problem("nordbygg.yaml", line, key, message));
        assertThat(file.company()).isNull();
    }

    /** Lines after the shortest right file: they begin on line 9. */
    static Stream<Arguments> added() {
        return Stream.of(
                        // unknown and misplaced keys
                        arguments(
                                "defalt-project: x", 9, "defalt-project", "unknown key; did you mean default-project?"),
                        arguments(
                                "defaultProject: x", 9, "defaultProject", "unknown key; did you mean default-project?"),
                        arguments("Time_Account: x", 9, "Time_Account", "unknown key; did you mean time-account?"),
                        arguments(
                                "entities: {work-hour: {}}",
                                9,
                                "entities.work-hour",
                                "unknown key; did you mean entities.work-hours?"),
                        arguments(
                                "entities:\n  work-hours:\n    windwo: 3d",
                                11,
                                "entities.work-hours.windwo",
                                "unknown key; did you mean entities.work-hours.window?"),
                        arguments(
                                "brake: {qqqqqqqq: 1}",
                                9,
                                "brake.qqqqqqqq",
                                "unknown key; known here: max-changes, max-deletes, max-share"),
                        arguments("qqqqqqqq: 1", 9, "qqqqqqqq", "unknown key"),
                        arguments(
                                "comments: none",
                                9,
                                "comments",
                                "does not belong here; it belongs under entities.work-hours"),
                        arguments(
                                "not-exported: skip",
                                9,
                                "not-exported",
                                "does not belong here; it belongs under entities.work-hours or entities.additions"),
                        arguments(
                                "entities: {work-hours: {approved-by: any}}",
                                9,
                                "entities.work-hours.approved-by",
                                "does not belong here; it belongs at the top level"),
                        arguments("work-hours: {}", 9, "work-hours", "does not belong here; it belongs under entities"),
                        arguments("cron: x", 9, "cron", "does not belong here; it belongs under an entity in entities"),
                        arguments(
                                "entities: {projects: {window: 3d}}",
                                9,
                                "entities.projects.window",
                                "does not belong here; it belongs under an entity in entities"),
                        arguments(
                                "client-key: x", 9, "client-key", "does not belong here; it belongs under poweroffice"),
                        arguments("pay-through: x", 9, "pay-through", "is set in the console, not in the company file"),
                        arguments(
                                "replica-lag: 5s",
                                9,
                                "replica-lag",
                                "is a setting of the service; it belongs in application.yaml, under dokbro"),
                        arguments(
                                "brake.max-share: 5%",
                                9, "brake.max-share", "keys are nested: write max-share under brake"),
                        arguments("{api-token:hush}: x", 9, "", "a key must be a text"),
                        arguments(
                                "\"api-token:hush\": x",
                                9,
                                "api-token…",
                                "unknown key; did you mean smartdok.api-token?"),
                        // shapes
                        arguments("state: review\nstate: live", 10, "state", "stands twice; first on line 9"),
                        arguments(
                                "brake: {max-share: 5%}\nparallel: 3\nbrake: {}",
                                11, "brake", "stands twice; first on line 9"),
                        arguments("brake: 5", 9, "brake", "must hold keys: max-changes, max-deletes, max-share"),
                        arguments("state: [live]", 9, "state", "must be a single value"),
                        arguments("state:", 9, "state", "has no value; give one or leave the key out"),
                        arguments("state: ''", 9, "state", "has no value; give one or leave the key out"),
                        arguments("skip-employees: 7", 9, "skip-employees", "must be a list such as [\"1\", \"2\"]"),
                        arguments(
                                "skip-employees:",
                                9,
                                "skip-employees",
                                "has no value; give a list such as [\"1\", \"2\"] or leave the key out"),
                        arguments("skip-employees:\n  - 7\n  - [8]", 11, "skip-employees", "must be a list of texts"),
                        arguments(
                                "mappings: {absence: [x]}",
                                9,
                                "mappings.absence",
                                "must be pairs such as {\"A\": \"B\"}"),
                        arguments("mappings: {absence: {x: {}}}", 9, "mappings.absence", "must be pairs of texts"),
                        arguments(
                                "mappings:\n  absence:\n    x: y\n    x: z",
                                12,
                                "mappings.absence",
                                "\"x\" stands twice"),
                        arguments(
                                "mappings: {absence: {x: }}",
                                9,
                                "mappings.absence",
                                "has no value; give one or leave the key out"),
                        // texts that YAML would change
                        arguments("default-project: 01", 9, "default-project", "put it in quotes: \"01\""),
                        arguments("default-project: 1.10", 9, "default-project", "put it in quotes: \"1.10\""),
                        arguments(
                                "default-project: 2026-11-01",
                                9,
                                "default-project",
                                "put it in quotes: \"2026-11-01\""),
                        arguments("default-project: 0x1F", 9, "default-project", "put it in quotes: \"0x1F\""),
                        arguments("default-project: 1_000", 9, "default-project", "put it in quotes: \"1_000\""),
                        arguments("default-project: 12:30", 9, "default-project", "put it in quotes: \"12:30\""),
                        arguments("default-project: no", 9, "default-project", "put it in quotes: \"no\""),
                        arguments(
                                "default-project-for:\n- 1\n- 02",
                                11,
                                "default-project-for",
                                "put it in quotes: \"02\""),
                        arguments(
                                "mappings: {activities: {01.1: x}}",
                                9,
                                "mappings.activities",
                                "put it in quotes: \"01.1\""),
                        // types
                        arguments("state: Live", 9, "state", "must be one of review, live, not \"Live\""),
                        arguments(
                                "approved-by: boss",
                                9,
                                "approved-by",
                                "must be one of any, foreman, project-administrator, administrator, not \"boss\""),
                        arguments(
                                "entities: {additions: {addition-quantity: {default: two}}}",
                                9,
                                "entities.additions.addition-quantity",
                                "values must be one of hours, one"),
                        arguments(
                                "entities:\n  work-hours:\n    split-overtime: true",
                                11,
                                "entities.work-hours.split-overtime-from",
                                "is required with split-overtime; hours before that day stay as they were sent"),
                        arguments("canary: yes", 9, "canary", "must be true or false, not \"yes\""),
                        arguments("parallel: four", 9, "parallel", "must be a whole number, not \"four\""),
                        arguments("parallel: 010", 9, "parallel", "must be a whole number, not \"010\""),
                        arguments("parallel: 2.5", 9, "parallel", "must be a whole number, not \"2.5\""),
                        arguments("parallel: 0", 9, "parallel", "must be at least 1, not \"0\""),
                        arguments("parallel: -3", 9, "parallel", "must be at least 1, not \"-3\""),
                        arguments(
                                "parallel: 99999999999999999999",
                                9,
                                "parallel",
                                "must be at most 32, not \"99999999999999999999\""),
                        arguments(
                                "brake: {max-share: 0.05}",
                                9,
                                "brake.max-share",
                                "must be a share such as 5%, not \"0.05\""),
                        arguments(
                                "brake: {max-share: 101%}",
                                9, "brake.max-share", "must be between 0% and 100%, not \"101%\""),
                        arguments("brake: {max-changes: -1}", 9, "brake.max-changes", "must be at least 0, not \"-1\""),
                        arguments(
                                "close-after: 30",
                                9,
                                "close-after",
                                "must be a duration such as 30d, 12h or 30m, not \"30\""),
                        arguments("close-after: -1d", 9, "close-after", "must not be negative, not \"-1d\""),
                        arguments(
                                "entities: {work-hours: {window: 12h}}",
                                9,
                                "entities.work-hours.window",
                                "must be a number of days such as 45d, not \"12h\""),
                        arguments(
                                "entities: {work-hours: {window: 0d}}",
                                9,
                                "entities.work-hours.window",
                                "must be at least 1d, not \"0d\""),
                        arguments(
                                "entities: {projects: {cron: '0 99 * * * ?'}}",
                                9,
                                "entities.projects.cron",
                                "is no Quartz cron expression (seconds minutes hours day month weekday): 98 and 99 are no times"),
                        arguments(
                                "entities: {projects: {cron: '0 75 * * * ?'}}",
                                9,
                                "entities.projects.cron",
                                "is no Quartz cron expression (seconds minutes hours day month weekday): Minute and Second"
                                        + " values must be between 0 and 59"),
                        arguments(
                                "entities: {projects: {cron: '0 0 0 30 2 ?'}}",
                                9,
                                "entities.projects.cron",
                                "is a cron expression that never comes"),
                        // rules between settings
                        arguments(
                                "billing: poweroffice\nentities:\n  invoice-basis:\n    enabled: true",
                                12,
                                "entities.invoice-basis.enabled",
                                "cannot be true with billing: poweroffice; Go would invoice the same hours"),
                        arguments(
                                "entities:\n  machine-hours: {enabled: true, debit-account: 4390}",
                                10,
                                "entities.machine-hours.credit-account",
                                "is required when entities.machine-hours.enabled is true"),
                        // environment
                        arguments("name: ${NO_SUCH}", 9, "name", "the environment variable NO_SUCH is not set"),
                        arguments("name: a ${WORD", 9, "name", "${ has no closing }"),
                        arguments(
                                "name: ${NO-NAME}",
                                9,
                                "name",
                                "the name of an environment variable must be letters, digits and _"),
                        arguments("parallel: ${WORD}", 9, "parallel", "must be a whole number"),
                        arguments(
                                "entities: {projects: {cron: '${WORD}'}}",
                                9,
                                "entities.projects.cron",
                                "is no Quartz cron expression (seconds minutes hours day month weekday)"))
                .map(added -> {
                    Object[] all = added.get();
                    return arguments(SHORTEST + all[0] + "\n", all[1], all[2], all[3]);
                });
    }

    /** The shortest right file with one piece changed. */
    static Stream<Arguments> replaced() {
        String url = "https://api.smartdok.no";
        return Stream.of(
                        arguments("start-date: 2026-11-01\n", "", 1, "start-date", "is required"),
                        arguments("  api-token: sd-secret\n", "", 1, "smartdok.api-token", "is required"),
                        arguments("  url: " + url + "\n", "", 1, "smartdok.url", "is required"),
                        arguments("  client-key: client-secret\n", "", 4, "poweroffice.client-key", "is required"),
                        arguments(
                                "  application-key: app-secret\n", "", 4, "poweroffice.application-key", "is required"),
                        arguments(
                                "  subscription-key: sub-secret\n",
                                "",
                                4,
                                "poweroffice.subscription-key",
                                "is required"),
                        arguments(
                                "smartdok:\n  url: " + url + "\n  api-token: sd-secret\n",
                                "smartdok: sd-secret\n",
                                1,
                                "smartdok",
                                "must hold keys: url, api-token"),
                        arguments(
                                "2026-11-01",
                                "1.11.2026",
                                8,
                                "start-date",
                                "must be a date such as 2026-11-01, not \"1.11.2026\""),
                        arguments(
                                "2026-11-01",
                                "2026-02-30",
                                8,
                                "start-date",
                                "must be a date such as 2026-11-01, not \"2026-02-30\""),
                        arguments(
                                "2026-11-01",
                                "0026-11-01",
                                8,
                                "start-date",
                                "must be a date between 2000 and 2099, not \"0026-11-01\""),
                        arguments(url, "ftp://api.smartdok.no", 2, "smartdok.url", "must be an http or https address"),
                        arguments(url, "api.smartdok.no", 2, "smartdok.url", "must be an http or https address"),
                        arguments(url, "https://x y", 2, "smartdok.url", "must be an http or https address"),
                        arguments(url, "https:///v2", 2, "smartdok.url", "must name a host"),
                        arguments(url, "https://x:70000", 2, "smartdok.url", "must name a host"),
                        arguments(
                                url, "https://me:secret@x", 2, "smartdok.url", "must not hold a user name or password"),
                        arguments(
                                url,
                                "https://x/?key=secret",
                                2,
                                "smartdok.url",
                                "must not have a query (?) or fragment (#)"),
                        arguments("sd-secret", "${TOKEN}", 3, "smartdok.api-token", "must be one word of plain ASCII"),
                        arguments("sd-secret", "01234", 3, "smartdok.api-token", "put it in quotes"),
                        arguments(
                                "sd-secret",
                                "${NO_TOKEN}",
                                3,
                                "smartdok.api-token",
                                "the environment variable NO_TOKEN is not set"),
                        arguments(
                                "sd-secret",
                                "",
                                3,
                                "smartdok.api-token",
                                "has no value; give one or leave the key out"),
                        arguments("sd-secret", "'file:'", 3, "smartdok.api-token", "file: needs a path"),
                        arguments(
                                "poweroffice:\n",
                                "poweroffice:\n  url: http://localhost:9102\n",
                                5,
                                "poweroffice.token-url",
                                "is required when poweroffice.url is given"))
                .map(one -> {
                    Object[] all = one.get();
                    String changed = SHORTEST.replace((String) all[0], (String) all[1]);
                    assertThat(changed).isNotEqualTo(SHORTEST);
                    return arguments(changed, all[2], all[3], all[4]);
                });
    }

    /** Texts that are no plain YAML mapping. */
    static Stream<Arguments> spoilt() {
        String anchors =
                "anchors (&) and aliases (*) are not allowed; a value that begins with * or & must stand in quotes";
        String tags = "tags (!) are not allowed; a value that begins with ! must stand in quotes";
        return Stream.of(
                arguments("", 1, "", "the file is empty"),
                arguments("# only a comment\n", 1, "", "the file is empty"),
                arguments("---\n", 1, "", "the file is empty"),
                arguments("sd-secret", 1, "", "the file must hold keys, one a line, such as name: Nordbygg AS"),
                arguments("\n- a\n- b\n", 2, "", "the file must hold keys, one a line, such as name: Nordbygg AS"),
                arguments(SHORTEST + "---\nname: B\n", 9, "", "a second document (---); one file is one company"),
                arguments(SHORTEST + "brake:\n\tmax-share: 5%\n", 10, "", "tab character; indent with blanks"),
                arguments(SHORTEST + "mappings: &m {}\n", 9, "", anchors),
                arguments(SHORTEST + "name: *m\n", 9, "", anchors),
                arguments(SHORTEST + "entities: {projects: {cron: * * *}}\n", 9, "", anchors),
                arguments("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, "", anchors),
                arguments(SHORTEST + "name: !!javax.script.ScriptEngineManager [x]\n", 9, "", tags),
                arguments(SHORTEST + "name: !!str 01\n", 9, "", tags),
                arguments(SHORTEST + "brake: !x {}\n", 9, "", tags),
                arguments(
                        SHORTEST + "name: [unclosed\n", 10, "", "not YAML: expected ',' or ']', but got <stream end>"),
                arguments(SHORTEST + "name: \"unclosed\n", 10, "", "not YAML: found unexpected end of stream"),
                arguments(SHORTEST + "api-token:hush\nname: x\n", 10, "", "not YAML: could not find expected ':'"),
                arguments(SHORTEST + "name: a\u0007b\n", 9, "", "character that YAML does not allow"),
                arguments("[".repeat(5000) + "]".repeat(5000), 0, "", "not YAML: nested too deep or too large"),
                arguments("#".repeat(300 * 1024), 0, "", "the file is larger than 256 KB"));
    }

    @Test
    void everyProblemOfAFileIsToldAtOnce() {
        CompanyFiles.FileReading file = Samples.read("name: x\nparallel: 0\nstat: live\n");

        assertThat(file.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "nordbygg.yaml:2: parallel: must be at least 1, not \"0\"",
                        "nordbygg.yaml:3: stat: unknown key; did you mean state?",
                        "nordbygg.yaml:1: smartdok.url: is required",
                        "nordbygg.yaml:1: smartdok.api-token: is required",
                        "nordbygg.yaml:1: poweroffice.application-key: is required",
                        "nordbygg.yaml:1: poweroffice.client-key: is required",
                        "nordbygg.yaml:1: poweroffice.subscription-key: is required",
                        "nordbygg.yaml:1: start-date: is required");
    }

    @Test
    void noMessageHoldsASecret() {
        Stream.of(added(), replaced(), spoilt())
                .flatMap(cases -> cases)
                .map(one -> Samples.read((String) one.get()[0], Map.of("TOKEN", "tell nobody", "WORD", "hush")))
                .flatMap(file -> file.problems().stream())
                .forEach(problem -> assertThat(problem.toString()).doesNotContain("secret", "hush", "tell nobody"));
    }

    @Test
    void aFileThatIsNotUtf8() throws Exception {
        Path folder = Files.createDirectories(config.resolve("companies"));
        Files.write(
                folder.resolve("latin.yaml"), (SHORTEST + "name: Bygg Øst\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems()).containsExactly(new Problem("latin.yaml", 9, "", "not UTF-8; save the file as UTF-8"));
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        write("bom.yaml", "\uFEFF" + SHORTEST);

        assertThat(problems()).isEmpty();
    }

    @Test
    void secretsFromFiles() {
        Samples.write(config, "token", " sd-secret\n");
        write("a.yaml", SHORTEST.replace("sd-secret", "file:token"));
        write("b.yaml", Samples.shortest("b").replace("sd-b", "file:" + config.resolve("token-b")));
        Samples.write(config, "token-b", "sd-secret-b");

        CompanyFiles.Reading reading = files().read();
        assertThat(reading.files())
                .extracting(file -> file.company().smartdok().apiToken())
                .containsExactly("sd-secret", "sd-secret-b");
        assertThat(CompanyFiles.secretFiles(reading))
                .containsExactlyInAnyOrder(config.resolve("token"), config.resolve("token-b"));
    }

    @Test
    void secretFilesThatCannotBeTaken() {
        Samples.write(config, "empty", " \n");
        Samples.write(config, "two-lines", "sd-secret\nmore");
        Samples.write(config, "large", "x".repeat(20_000));
        write("a.yaml", SHORTEST.replace("sd-secret", "file:missing"));
        write("b.yaml", SHORTEST.replace("sd-secret", "file:empty"));
        write("c.yaml", SHORTEST.replace("sd-secret", "file:companies"));
        write("d.yaml", SHORTEST.replace("sd-secret", "file:two-lines"));
        write("e.yaml", SHORTEST.replace("sd-secret", "file:large"));

        assertThat(problems())
                .containsExactly(
                        token("a.yaml", "the file " + config.resolve("missing") + " does not exist"),
                        token("b.yaml", "the file " + config.resolve("empty") + " is empty"),
                        token("c.yaml", "the file " + config.resolve("companies") + " is a folder"),
                        token("d.yaml", "must be one word of plain ASCII"),
                        token("e.yaml", "the file " + config.resolve("large") + " is too large for a secret"));
    }

    @Test
    void onlySecretsAreReadFromFiles() {
        Samples.write(config, "name", "Nordbygg");
        write("a.yaml", SHORTEST + "name: file:name\n");

        assertThat(files().read().files().get(0).company().name()).isEqualTo("file:name");
    }

    @Test
    void namesOfFiles() {
        String wrong =
                "the file's name must be small letters a-z, digits and -, at most 63, and begin with a letter or digit";
        write("Nordbygg.yaml", Samples.shortest("1"));
        write("-a.yaml", Samples.shortest("2"));
        write("a_b.yml", Samples.shortest("3"));
        write("x".repeat(64) + ".yaml", Samples.shortest("4"));
        write("x".repeat(63) + ".yaml", Samples.shortest("5"));
        write(".hidden.yaml", "{");
        write("example.yaml.disabled", "{");

        assertThat(problems())
                .containsExactly(
                        new Problem("-a.yaml", 0, "", wrong),
                        new Problem("Nordbygg.yaml", 0, "", wrong),
                        new Problem("a_b.yml", 0, "", wrong),
                        new Problem("x".repeat(64) + ".yaml", 0, "", wrong));
    }

    @Test
    void twoFilesForOneCompany() {
        write("a.yaml", SHORTEST);
        write("a.yml", Samples.shortest("2"));

        assertThat(problems()).containsExactly(new Problem("a.yml", 0, "", "the company a stands in a.yaml already"));
    }

    @Test
    void twoCompaniesWithOneKey() {
        write("a.yaml", SHORTEST);
        write("b.yaml", Samples.shortest("b").replace("sd-b", "sd-secret"));
        write("c.yaml", Samples.shortest("c").replace("client-c", "client-secret"));
        write("d.yaml", Samples.shortest("d"));

        assertThat(problems())
                .containsExactly(
                        token("b.yaml", "is the same as in a.yaml; two companies cannot share it"),
                        new Problem(
                                "c.yaml",
                                6,
                                "poweroffice.client-key",
                                "is the same as in a.yaml; two companies cannot share it"));
        assertThat(files().read().files())
                .extracting(file -> file.company() != null)
                .containsExactly(true, false, false, true);
    }

    @Test
    void aMissingFolder() {
        CompanyFiles.Reading reading = files().read();

        assertThat(reading.missing()).isTrue();
        assertThat(reading.files()).isEmpty();
    }

    private static Problem token(String file, String message) {
        return new Problem(file, 3, "smartdok.api-token", message);
    }

    private void write(String file, String text) {
        Samples.write(config.resolve("companies"), file, text);
    }

    private CompanyFiles files() {
        return new CompanyFiles(config.resolve("companies"), name -> null);
    }

    private List<Problem> problems() {
        return files().read().files().stream()
                .flatMap(file -> file.problems().stream())
                .toList();
    }
}
