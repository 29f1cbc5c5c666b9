package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.link.Link;
import dokbro.sandbox.http.Received;
import dokbro.sandbox.smartdok.HoursDraft;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of hours that have been sent when the registration changes. */
@SyncTest
class ChangesTest {

    private static final String ENTRIES = "/v2/TimeTracking/EntryTime";
    private static final LocalDate DAY = TestTime.today().minusDays(2);

    private Site site;
    private int id;
    private String target;

    @Autowired
    private Site.Parts parts;

    /** One registration in Go beside the keeper. */
    @BeforeEach
    void sent() {
        site = parts.site(Sites.SMALL).reset().masterData();
        site.keeper();
        id = site.hours("101", DAY, draft -> draft.comment("Graving"));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "created", 2L));
        target = site.link(HOURS, id).targetId();
        site.forget();
    }

    private void edit(Consumer<HoursDraft> change) {
        site.office().edit(id, change);
    }

    private void expect(String outcome) {
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, outcome, 1L));
    }

    /** The one call is a PATCH of the entry, with just these members. */
    private void patched(String json) {
        expect("updated");
        List<Received> writes = site.goWrites();
        assertThat(Site.calls(writes)).containsExactly("PATCH " + ENTRIES + "/" + target);
        assertThat(writes.get(0).headers().get("Content-Type")).containsExactly("application/json-patch+json");
        JsonNode expected = Json.tree(json);
        assertThat(Site.body(writes.get(0))).containsExactlyInAnyOrderElementsOf(expected);
        Link link = site.link(HOURS, id);
        assertThat(link.generation()).isEqualTo(1);
        assertThat(link.targetId()).isEqualTo(target);
        quiet();
    }

    /** The old entry goes, then a new one comes, with the next generation's mark and this member. */
    private void replaced(String member, Object value) {
        expect("replaced");
        List<Received> writes = site.goWrites();
        assertThat(Site.calls(writes)).containsExactly("DELETE " + ENTRIES + "/" + target, "POST " + ENTRIES);
        JsonNode body = Site.body(writes.get(1));
        assertThat(body.get(member).asText()).isEqualTo(value.toString());
        assertThat(body.get("InternalComment").asText()).endsWith("[SD-" + id + ".2]");
        Link link = site.link(HOURS, id);
        assertThat(link.generation()).isEqualTo(2);
        assertThat(link.targetId())
                .isEqualTo(site.entry("[SD-" + id + ".2]").get("Id").asText());
        assertThat(site.go().entries()).hasSize(2);
        quiet();
    }

    private void quiet() {
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 2L));
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    private static String replace(String member, String value) {
        return "{\"op\":\"replace\",\"path\":\"/" + member + "\",\"value\":" + value + "}";
    }

    @Test
    void otherMinutesArePatched() {
        edit(draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(14, 15), 30));
        patched("[" + replace("Quantity", "405") + "," + replace("BillableQuantity", "0") + "]");
    }

    @Test
    void otherTimesWithTheSameHoursAreNoChange() {
        edit(draft -> draft.time(LocalTime.of(8, 0), LocalTime.of(16, 30), 30));
        quiet();
    }

    @Test
    void anotherProjectIsPatched() {
        edit(draft -> draft.project(site.office().id("projects", "1010"), null));
        patched("[" + replace("ProjectId", Long.toString(site.goId("/Projects", "Code", "1010"))) + "]");
    }

    @Test
    void aSubProjectIsPatchedAsTheProject() {
        edit(draft -> draft.project(
                site.office().id("projects", "1010"), site.office().id("sub-projects", "1010.01")));
        patched("[" + replace("ProjectId", Long.toString(site.goId("/Projects", "Code", "1010.01"))) + "]");
    }

    @Test
    void anotherDayIsPatched() {
        edit(draft -> draft.date(DAY.minusDays(1)));
        patched("[" + replace("Date", "\"" + DAY.minusDays(1) + "\"") + "]");
    }

    @Test
    void anotherCommentIsPatchedAndKeepsTheMark() {
        edit(draft -> draft.comment("Graving i regn"));
        patched("[" + replace("InternalComment", "\"Graving i regn [SD-" + id + ".1]\"") + "]");
    }

    @Test
    void anotherActivityReplaces() {
        edit(draft -> draft.activity(site.office().id("activities", "02")));
        replaced("ActivityTimeId", site.goId("/TimeTracking/ActivityTime", "Code", "02"));
    }

    @Test
    void anotherWageTypeReplaces() {
        edit(draft -> draft.wage(site.office().id("wage-types", "150")));
        replaced("HourTypeId", site.goId("/TimeTracking/HourType", "Name", "Overtid 50 %"));
    }

    @Test
    void anotherEmployeeReplaces() {
        edit(draft -> draft.employee(site.office().employeeId("103")));
        replaced("EmployeeId", site.goId("/Employees", "Number", "103"));
    }

    @Test
    void aDepartmentReplaces() {
        edit(draft -> draft.department(site.office().id("departments", "20")));
        replaced("DepartmentId", site.goId("/Departments", "Code", "20"));
    }

    private void deleted(Map<String, Long> counts) {
        assertThat(counts(site.run(HOURS))).isEqualTo(counts);
        assertThat(Site.calls(site.goWrites())).containsExactly("DELETE " + ENTRIES + "/" + target);
        Link link = site.link(HOURS, id);
        assertThat(link.state()).isEqualTo(Link.State.DELETED);
        assertThat(link.targetId()).isNull();
        assertThat(link.generation()).isEqualTo(1);
        assertThat(link.claim()).isNull();
        site.forget();
        site.run(HOURS);
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    @Test
    void aWithdrawnApprovalDeletes() {
        site.office().withdraw(id);
        deleted(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(site.go().entries()).hasSize(1);
    }

    @Test
    void aDeletedRegistrationDeletes() {
        site.office().delete(id);
        deleted(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
    }

    @Test
    void aZeroedRegistrationDeletes() {
        site.office().zero(id);
        deleted(Map.of("read", 2L, "unchanged", 1L, "deleted", 1L));
    }

    @Test
    void approvedAgainIsTheNextGenerationOfTheSameLink() {
        long link = site.link(HOURS, id).id();
        site.office().withdraw(id);
        site.run(HOURS);
        site.office().approve(id);
        site.forget();
        expect("created");
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + ENTRIES);
        assertThat(Site.body(site.goWrites().get(0)).get("InternalComment").asText())
                .isEqualTo("Graving [SD-" + id + ".2]");
        assertThat(site.link(HOURS, id).id()).isEqualTo(link);
        assertThat(site.link(HOURS, id).generation()).isEqualTo(2);
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.LINKED);
        quiet();
    }

    @Test
    void deletedInBothIsDone() {
        site.go().deleteByUser(Long.parseLong(target));
        site.office().delete(id);
        deleted(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(site.rows("dead_letter")).isZero();
    }

    @Test
    void hoursToTheTimeAccountComeAndGoAsAPartOfTheirOwn() {
        edit(draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(17, 30), 30).hourBank(120));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + ENTRIES);
        JsonNode banked = site.entry("[SD-" + id + ":bank.1]");
        assertThat(banked.get("Quantity").asInt()).isEqualTo(120);

        site.forget();
        edit(draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(15, 30), 30).hourBank(0));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "deleted", 1L));
        assertThat(Site.calls(site.goWrites()))
                .containsExactly("DELETE " + ENTRIES + "/" + banked.get("Id").asText());
        quiet();
    }
}
