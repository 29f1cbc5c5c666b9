package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Fault;
import dokbro.sandbox.http.Received;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code approved-by}: only the approval that the office trusts counts, and one by somebody higher. */
@SyncTest
class ApprovedByTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);

    private Site site;
    private OfficeFile file;
    private int foreman;
    private int projectAdministrator;
    private int administrator;

    @Autowired
    private Site.Parts parts;

    @BeforeEach
    void three() {
        file = new OfficeFile(parts).write(yaml -> yaml);
        site = parts.site(Sites.OFFICE).reset().masterData();
        foreman = approved(true, false, false);
        projectAdministrator = approved(true, true, false);
        administrator = approved(false, false, true);
    }

    @AfterEach
    void gone() {
        file.close();
    }

    private int approved(boolean foreman, boolean projectAdministrator, boolean administrator) {
        int id = site.hours("101", DAY);
        site.office().approve(id, foreman, projectAdministrator, administrator);
        return id;
    }

    private void approvedBy(String level) {
        file.write(yaml -> yaml + "approved-by: " + level + "\n");
    }

    private Set<Integer> sent() {
        return site.go().entries().stream()
                .map(entry -> entry.get("InternalComment").asText())
                .map(comment -> Integer.valueOf(comment.replaceAll(".*\\[SD-(\\d+)\\.\\d+]", "$1")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"any, 3", "foreman, 3", "project-administrator, 2", "administrator, 1"})
    void onlyThatLevelAndHigherOnesAreSent(String level, long many) {
        approvedBy(level);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", many, "created", many));
        assertThat(sent())
                .isEqualTo(Set.copyOf(
                        List.of(administrator, projectAdministrator, foreman).subList(0, (int) many)));
    }

    @Test
    void anApprovalTakenBackToALowerLevelTakesTheHoursBack() {
        approvedBy("project-administrator");
        site.run(HOURS);
        site.forget();
        site.office().approve(projectAdministrator, true, false, false);
        assertThat(counts(site.run(HOURS)))
                .isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(sent()).containsExactly(administrator);
        site.office().approve(foreman, true, true, false);
        assertThat(site.run(HOURS).counts()).containsEntry("created", 1L);
        assertThat(sent()).containsExactlyInAnyOrder(administrator, foreman);
    }

    @Test
    void whoApprovedIsReadAWeekAtATime() {
        site.hours("102", DAY.minusDays(7));
        site.hours("103", DAY.minusDays(6));
        approvedBy("foreman");
        site.forget();
        assertThat(site.run(HOURS).counts()).containsEntry("created", 5L);
        List<Received> v1 = site.smartdok().received().stream()
                .filter(call -> call.path().equals("/WorkHours"))
                .toList();
        assertThat(v1).hasSize(2);
        assertThat(v1)
                .allMatch(call -> call.query().contains("includeExported=true")
                        && call.query().contains("includeWagesMarkedNoExport=true"));
    }

    @Test
    void anApprovalThatCannotBeReadFailsTheRun() {
        approvedBy("administrator");
        site.run(HOURS);
        site.forget();
        // v2's path begins like v1's: its calls take the first fault, which does no harm.
        site.smartdok().faults().slow(Duration.ZERO);
        site.smartdok().faults().next(100, "GET", "/WorkHours/v2", Fault.SLOW);
        site.smartdok().faults().next(100, "GET", "/WorkHours", Fault.TRUNCATED);
        site.office().approve(administrator, true, false, false);
        RunRow run = site.run(HOURS);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(sent()).containsExactly(administrator);
        site.smartdok().faults().slow(Duration.ofSeconds(2));
    }
}
