package dokbro.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.company.Companies.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class CompaniesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path config;

    private Path folder;
    private final Map<String, String> environment = new ConcurrentHashMap<>();
    private final JdbcClient jdbc = Database.h2();
    private final List<Change> changes = new ArrayList<>();

    @BeforeEach
    void aFolder() {
        folder = config.resolve("companies");
        write("a.yaml", Samples.shortest("a"));
        write("b.yaml", Samples.shortest("b"));
    }

    @Test
    void readsAtTheStart() {
        Companies companies = companies();

        assertThat(companies.all()).extracting(Company::key).containsExactly("a", "b");
        assertThat(companies.find("a")).contains(companies.all().get(0));
        assertThat(companies.find("c")).isEmpty();
        assertThat(companies.problems()).isEmpty();
        assertThat(changes).isEmpty();
    }

    @Test
    void theSameSettingsKeepTheirRevisionOverARestart() {
        long first = companies().find("a").orElseThrow().revision();
        Companies restarted = companies();
        restarted.reload();

        assertThat(restarted.find("a").orElseThrow().revision()).isEqualTo(first);
        assertThat(rows("a")).hasSize(1);
        assertThat(rows("a").get(0))
                .isEqualTo(restarted.find("a").orElseThrow().settingsWithoutSecrets())
                .doesNotContain("sd-a", "client-a");
        assertThat(jdbc.sql("select read_at from settings_revision where id = ?")
                        .param(first)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(CLOCK.instant());
    }

    @Test
    void changedSettingsAreANewRevisionAndSoAreTheOldOnesAgain() {
        Companies companies = companies();
        long first = companies.find("a").orElseThrow().revision();

        write("a.yaml", Samples.shortest("a") + "parallel: 2\n");
        companies.reload();
        long second = companies.find("a").orElseThrow().revision();
        write("a.yaml", Samples.shortest("a"));
        companies.reload();
        long third = companies.find("a").orElseThrow().revision();

        assertThat(List.of(first, second, third)).isSorted().doesNotHaveDuplicates();
        assertThat(rows("a")).hasSize(3);
        assertThat(rows("b")).hasSize(1);
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).changed()).extracting(Company::parallel).containsExactly(2);
        assertThat(changes.get(0).added()).isEmpty();
        assertThat(changes.get(0).removed()).isEmpty();
    }

    @Test
    void aNewSecretIsAChangeUnderTheSameRevision() {
        Companies companies = companies();
        long revision = companies.find("a").orElseThrow().revision();

        write("a.yaml", Samples.shortest("a").replace("app-secret", "app-new"));
        companies.reload();

        Company now = companies.find("a").orElseThrow();
        assertThat(now.poweroffice().applicationKey()).isEqualTo("app-new");
        assertThat(now.revision()).isEqualTo(revision);
        assertThat(changes).containsExactly(new Change(List.of(), List.of(now), List.of()));
    }

    @Test
    void aReloadThatFindsNothingTellsNobody() {
        Companies companies = companies();

        assertThat(companies.reload().isEmpty()).isTrue();
        assertThat(changes).isEmpty();
    }

    @Test
    void addedAndRemovedFiles() throws IOException {
        Companies companies = companies();
        Company b = companies.find("b").orElseThrow();
        write("c.yml", Samples.shortest("c"));
        Files.delete(folder.resolve("b.yaml"));

        companies.reload();

        Company c = companies.find("c").orElseThrow();
        assertThat(companies.all()).extracting(Company::key).containsExactly("a", "c");
        assertThat(changes).containsExactly(new Change(List.of(c), List.of(), List.of(b)));
    }

    @Test
    void aFileThatTurnsWrongKeepsTheLastGoodOneAndSaysSo() {
        Companies companies = companies();
        Company good = companies.find("a").orElseThrow();

        write("a.yaml", Samples.shortest("a") + "parallel: 0\n");
        write("b.yaml", Samples.shortest("b") + "parallel: 9\n");
        companies.reload();

        assertThat(companies.find("a")).contains(good);
        assertThat(companies.find("b").orElseThrow().parallel()).isEqualTo(9);
        assertThat(companies.problems())
                .containsExactly(
                        new Problem("a.yaml", 9, "parallel", "must be at least 1, not \"0\""),
                        new Problem(
                                "a.yaml",
                                0,
                                "",
                                "not applied; the last good settings, revision " + good.revision() + ", stay"));

        write("a.yaml", Samples.shortest("a") + "parallel: 1\n");
        companies.reload();

        assertThat(companies.find("a").orElseThrow().parallel()).isEqualTo(1);
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void aFileThatIsWrongFromTheStartStartsNoCompanyAndStopsNoOther() {
        write("a.yaml", "name: [");
        Companies companies = companies();

        assertThat(companies.all()).extracting(Company::key).containsExactly("b");
        assertThat(companies.problems()).extracting(Problem::file).containsExactly("a.yaml");
        assertThat(rows("a")).isEmpty();
    }

    @Test
    void aSecondFileForACompanyDoesNotTouchTheFirst() {
        Companies companies = companies();
        Company a = companies.find("a").orElseThrow();
        write("a.yml", Samples.shortest("x"));

        companies.reload();

        assertThat(companies.find("a")).contains(a);
        assertThat(companies.problems())
                .containsExactly(new Problem("a.yml", 0, "", "the company a stands in a.yaml already"));
    }

    @Test
    void aFolderThatDisappearsRemovesNobody() throws IOException {
        Companies companies = companies();
        Files.move(folder, config.resolve("elsewhere"));

        companies.reload();

        assertThat(companies.all()).extracting(Company::key).containsExactly("a", "b");
        assertThat(companies.problems())
                .containsExactly(new Problem(folder.toString(), 0, "", "there is no such folder"));
    }

    @Test
    void noFolderAtTheStartIsInOrder() throws IOException {
        Files.move(folder, config.resolve("elsewhere"));
        Companies companies = companies();

        assertThat(companies.all()).isEmpty();
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheOthersFromHearing() {
        Companies companies = new Companies(files(), jdbc, CLOCK);
        companies.onChange(change -> {
            throw new IllegalStateException("first");
        });
        companies.onChange(changes::add);
        write("c.yaml", Samples.shortest("c"));

        assertThatThrownBy(companies::reload).isInstanceOf(IllegalStateException.class);
        assertThat(changes).hasSize(1);
        assertThat(companies.find("c")).isPresent();
    }

    @Test
    void theWatcherTakesAChangeOnceItHasSettled() {
        Companies companies = companies();
        CompanyWatcher watcher = watching(companies);

        write("a.yaml", Samples.shortest("a") + "name: Half wri");
        watcher.tick();
        write("a.yaml", Samples.shortest("a") + "name: Half written no more\n");
        watcher.tick();
        assertThat(companies.find("a").orElseThrow().name()).isEqualTo("a");

        watcher.tick();
        assertThat(companies.find("a").orElseThrow().name()).isEqualTo("Half written no more");
        assertThat(changes).hasSize(1);

        watcher.tick();
        assertThat(changes).hasSize(1);
    }

    @Test
    void theWatcherSeesAFileReplacedByOneOfTheSameSizeAndTime() throws IOException {
        Companies companies = companies();
        CompanyWatcher watcher = watching(companies);
        Path file = folder.resolve("a.yaml");
        var time = Files.getLastModifiedTime(file);

        write("a.yaml", Samples.shortest("a").replace("2026-11-01", "2026-12-01"));
        Files.setLastModifiedTime(file, time);
        watcher.tick();
        watcher.tick();

        assertThat(companies.find("a").orElseThrow().startDate()).hasToString("2026-12-01");
    }

    @Test
    void theWatcherSeesRemovedFilesAndHalfOnesThatStay() throws IOException {
        Companies companies = companies();
        CompanyWatcher watcher = watching(companies);

        Files.delete(folder.resolve("b.yaml"));
        write("a.yaml", Samples.shortest("a").substring(0, 60));
        watcher.tick();
        watcher.tick();

        assertThat(companies.all()).extracting(Company::key).containsExactly("a");
        assertThat(companies.problems()).isNotEmpty();
    }

    @Test
    void theWatcherSeesChangedSecretFiles() {
        Samples.write(config, "token", "sd-1");
        write("a.yaml", Samples.shortest("a").replace("sd-a", "file:token"));
        Companies companies = companies();
        CompanyWatcher watcher = watching(companies);

        Samples.write(config, "token", "sd-2");
        watcher.tick();
        watcher.tick();

        assertThat(companies.find("a").orElseThrow().smartdok().apiToken()).isEqualTo("sd-2");
        assertThat(changes).hasSize(1);
    }

    private CompanyWatcher watching(Companies companies) {
        CompanyWatcher watcher = new CompanyWatcher(companies);
        watcher.tick();
        watcher.tick();
        return watcher;
    }

    private CompanyFiles files() {
        return new CompanyFiles(folder, environment::get);
    }

    private Companies companies() {
        Companies companies = new Companies(files(), jdbc, CLOCK);
        companies.onChange(changes::add);
        return companies;
    }

    private void write(String file, String text) {
        Samples.write(folder, file, text);
    }

    private List<String> rows(String company) {
        return jdbc.sql("select settings from settings_revision where company = ? order by id")
                .param(company)
                .query(String.class)
                .list();
    }
}
