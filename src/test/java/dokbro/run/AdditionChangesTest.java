package dokbro.run;

import static dokbro.run.PayOffice.ADDITIONS;
import static dokbro.run.PayOffice.LINES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.link.Link;
import dokbro.sandbox.http.Received;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of additions that have been sent when the registration changes. */
@SyncTest
class AdditionChangesTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired
    private Site.Parts parts;

    private Site site;
    private PayOffice pay;
    private int id;
    private String key;
    private String target;

    /** Eight hours with two hours of night addition in Go, beside the keeper, which has none. */
    @BeforeEach
    void sent() {
        site = parts.site(Sites.SMALL).reset().masterData();
        pay = new PayOffice(site);
        site.keeper();
        id = pay.registration("101", DAY, pay.with("340", "2"));
        key = pay.key(id, "340");
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "created", 1L));
        target = site.link(ADDITIONS, key).targetId();
    }

    private void patched(String json) {
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "updated", 1L));
        List<Received> writes = site.goWrites();
        assertThat(Site.calls(writes)).containsExactly("PATCH " + LINES + "/" + target);
        assertThat(writes.get(0).headers().get("Content-Type")).containsExactly("application/json-patch+json");
        assertThat(Site.body(writes.get(0))).containsExactlyInAnyOrderElementsOf(Json.tree(json));
        Link link = site.link(ADDITIONS, key);
        assertThat(link.generation()).isEqualTo(1);
        assertThat(link.targetId()).isEqualTo(target);
        pay.quiet(Map.of("read", 1L, "unchanged", 1L));
    }

    private static String replace(String member, Object value) {
        return "{\"op\":\"replace\",\"path\":\"/" + member + "\",\"value\":" + value + "}";
    }

    private String comment(LocalDate day, String project) {
        return "\"" + day.format(TEXT) + " prosjekt " + project + "\"";
    }

    @Test
    void theFirstIsExactlyThis() {
        JsonNode expected = Json.mapper()
                .createObjectNode()
                .put("Quantity", 2)
                .put("Comment", DAY.format(TEXT) + " prosjekt 1000 Standardprosjekt")
                .put("ExternalImportReference", "SD-AD-" + key)
                .put("EmployeeId", pay.employee("101"))
                .put("PayItemId", pay.payItem("340"))
                .put("ProjectId", pay.project("1000"));
        List<Received> writes = site.goWrites();
        assertThat(Site.calls(writes)).containsExactly("POST " + LINES);
        assertThat(Json.canonical(Site.body(writes.get(0)))).isEqualTo(Json.canonical(expected));
        Link link = site.link(ADDITIONS, key);
        assertThat(link.payload()).isEqualTo(Json.canonical(expected));
        assertThat(link.owner()).isEqualTo(Integer.toString(id));
        assertThat(link.date()).isEqualTo(DAY);
        pay.quiet(Map.of("read", 1L, "unchanged", 1L));
    }

    @Test
    void anotherQuantityIsPatched() {
        pay.edit(id, draft -> pay.with("340", "2.5").accept(draft.withoutAdditions()));
        patched("[" + replace("Quantity", "2.5") + "]");
    }

    @Test
    void anotherProjectIsPatched() {
        pay.edit(id, draft -> draft.project(site.office().id("projects", "1010"), null));
        String name = site.go().records("/Projects").stream()
                .filter(project -> project.get("Code").asText().equals("1010"))
                .findFirst()
                .orElseThrow()
                .get("Name")
                .asText();
        patched("[" + replace("ProjectId", pay.project("1010")) + "," + replace("Comment", comment(DAY, "1010 " + name))
                + "]");
    }

    @Test
    void anotherDayIsPatchedInTheComment() {
        pay.edit(id, draft -> draft.date(DAY.minusDays(1)));
        patched("[" + replace("Comment", comment(DAY.minusDays(1), "1000 Standardprosjekt")) + "]");
    }

    @Test
    void anotherEmployeeIsPatched() {
        pay.edit(id, draft -> draft.employee(site.office().employeeId("103")));
        patched("[" + replace("EmployeeId", pay.employee("103")) + "]");
    }

    @Test
    void aDepartmentIsPatchedAndTakenAwayAgain() {
        pay.edit(id, draft -> draft.department(site.office().id("departments", "20")));
        patched("[" + replace("DepartmentId", site.goId("/Departments", "Code", "20")) + "]");
        pay.edit(id, draft -> draft.department(null));
        patched("[" + replace("DepartmentId", "null") + "]");
    }

    @Test
    void absenceHasNoProject() {
        pay.edit(id, draft -> draft.wage(site.office().id("wage-types", "530")));
        patched("[" + replace("ProjectId", "null") + "," + replace("Comment", "\"" + DAY.format(TEXT) + "\"") + "]");
        assertThat(pay.line("SD-AD-" + key).get("ProjectId").isNull()).isTrue();
    }

    @Test
    void otherHoursAreNoChangeOfAUnitAddition() {
        pay.edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(12, 0), 0));
        pay.quiet(Map.of("read", 1L, "unchanged", 1L));
    }

    @Test
    void anotherAdditionIsAnotherLine() {
        pay.edit(id, draft -> pay.with("330", "2").accept(draft.withoutAdditions()));
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "created", 1L, "deleted", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + LINES, "DELETE " + LINES + "/" + target);
        assertThat(pay.lines()).hasSize(1);
        assertThat(pay.line("SD-AD-" + pay.key(id, "330")).get("PayItemId").asText())
                .isEqualTo(pay.payItem("330"));
        pay.quiet(Map.of("read", 1L, "unchanged", 1L));
    }

    @Test
    void aFlatAdditionFollowsTheHours() {
        id = pay.registration("102", DAY, pay.with("210", "0"));
        key = pay.key(id, "210");
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
        target = site.link(ADDITIONS, key).targetId();
        assertThat(pay.line("SD-AD-" + key).get("Quantity").decimalValue()).isEqualByComparingTo("8");
        pay.edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(14, 15), 30));
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        assertThat(Site.body(site.goWrites().get(0)))
                .containsExactlyElementsOf(Json.tree("[" + replace("Quantity", "6.75") + "]"));
    }

    private void deleted(Map<String, Long> counts) {
        assertThat(pay.run()).isEqualTo(counts);
        assertThat(Site.calls(site.goWrites())).containsExactly("DELETE " + LINES + "/" + target);
        Link link = site.link(ADDITIONS, key);
        assertThat(link.state()).isEqualTo(Link.State.DELETED);
        assertThat(link.targetId()).isNull();
        assertThat(pay.lines()).isEmpty();
        assertThat(site.rows("dead_letter")).isZero();
        site.forget();
        site.run(ADDITIONS);
        assertThat(site.goWrites()).isEmpty();
    }

    @Test
    void aRemovedAdditionLeavesThePayroll() {
        pay.edit(id, draft -> draft.withoutAdditions());
        deleted(Map.of("read", 1L, "deleted", 1L));
    }

    @Test
    void quantityZeroDeletes() {
        pay.edit(id, draft -> pay.with("340", "0").accept(draft.withoutAdditions()));
        deleted(Map.of("read", 1L, "deleted", 1L));
    }

    @Test
    void aWithdrawnApprovalDeletes() {
        site.office().withdraw(id);
        deleted(Map.of("missing", 1L, "deleted", 1L));
    }

    @Test
    void aDeletedRegistrationDeletes() {
        site.office().delete(id);
        deleted(Map.of("missing", 1L, "deleted", 1L));
    }

    @Test
    void deletedInBothIsDone() {
        site.go().deleteByUser(Long.parseLong(target));
        site.office().delete(id);
        deleted(Map.of("missing", 1L, "deleted", 1L));
    }

    @Test
    void aZeroedRegistrationKeepsItsUnitAddition() {
        site.office().zero(id);
        pay.quiet(Map.of("read", 1L, "unchanged", 1L));
    }

    @Test
    void approvedAgainIsTheNextGenerationOfTheSameLink() {
        long link = site.link(ADDITIONS, key).id();
        site.office().withdraw(id);
        pay.run();
        site.office().approve(id);
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + LINES);
        assertThat(Site.body(site.goWrites().get(0))
                        .get("ExternalImportReference")
                        .asText())
                .isEqualTo("SD-AD-" + key + "/2");
        assertThat(site.link(ADDITIONS, key).id()).isEqualTo(link);
        assertThat(site.link(ADDITIONS, key).generation()).isEqualTo(2);
        assertThat(pay.lines()).hasSize(1);
        pay.quiet(Map.of("read", 1L, "unchanged", 1L));
    }

    @Test
    void equalAdditionsInAnotherOrderAreNoChange() {
        pay.edit(id, draft -> {
            pay.with("330", "10", "til").accept(draft.withoutAdditions());
            pay.with("330", "10", "fra").accept(draft);
            pay.with("330", "4").accept(draft);
        });
        assertThat(pay.run()).isEqualTo(Map.of("read", 4L, "created", 3L, "deleted", 1L));
        String km = pay.key(id, "330");
        assertThat(List.of(km, km + ":2", km + ":3"))
                .allSatisfy(each -> assertThat(pay.line("SD-AD-" + each)).isNotNull());
        pay.edit(id, draft -> {
            pay.with("330", "4").accept(draft.withoutAdditions());
            pay.with("330", "10", "fra").accept(draft);
            pay.with("330", "10", "til").accept(draft);
        });
        pay.quiet(Map.of("read", 3L, "unchanged", 3L));
    }

    @Test
    void anotherPerDiemIsPatchedToItsPayItem() {
        id = pay.registration("102", DAY, pay.perDiem("701"));
        key = PayOffice.diet(id);
        pay.run();
        target = site.link(ADDITIONS, key).targetId();
        pay.edit(id, pay.perDiem("702"));
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        assertThat(Site.body(site.goWrites().get(0)))
                .containsExactlyInAnyOrderElementsOf(Json.tree("["
                        + replace("PayItemId", "\"" + pay.payItem("702") + "\"") + "," + replace("Quantity", 1) + "]"));
    }
}
