package dokbro.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.audit.Audit.State;
import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Audits and repairs of master data that SmartDok owns. */
@SyncTest
class SmartDokMasterAuditTest {

    private Site site;
    private OfficeFile file;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Companies companies;

    @Autowired
    private AuditStarts starts;

    @Autowired
    private Findings findings;

    @Autowired
    private Repairs repairs;

    @BeforeEach
    void synced() {
        file = new OfficeFile(parts).write(yaml -> yaml.replace("state: live", "state: live\nmaster: smartdok"));
        site = parts.site(Sites.OFFICE).reset().masterData();
        site.pass(Duration.ofMinutes(1));
    }

    @AfterEach
    void gone() {
        file.close();
    }

    private Company company() {
        return companies.find(site.company()).orElseThrow();
    }

    private Audit audit(String entity) throws Exception {
        Audit audit = starts.start(company(), entity, null, "kari", null).end().get(60, TimeUnit.SECONDS);
        assertThat(audit.state()).as(audit.error()).isEqualTo(State.SUCCEEDED);
        return audit;
    }

    private List<Finding> rows(Audit audit) {
        return findings.page(audit.id(), null, 0, 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "sub-projects", "activities"})
    void rightAfterASyncNothingIsFound(String entity) throws Exception {
        assertThat(rows(audit(entity))).isEmpty();
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    @Test
    void whatAUserHasChangedInGoIsFoundAndPutBackWhenSomebodySaysSo() throws Exception {
        long go = site.goId("/Projects", "Code", "1010");
        String name = site.office().records("projects").stream()
                .filter(project -> project.get("ProjectNumber").asText().strip().equals("1010"))
                .findFirst()
                .orElseThrow()
                .get("ProjectName")
                .asText();
        site.go().renameProject(go, "Kallenavn");
        Audit audit = audit("projects");
        assertThat(rows(audit)).hasSize(1);
        Finding row = rows(audit).get(0);
        assertThat(row.kind()).isEqualTo(Finding.Kind.CHANGED);
        assertThat(row.differences()).extracting(Finding.Difference::field).containsExactly("Name");
        Finding repaired = repairs.repair(company(), audit, row, "ringte Ola", "kari");
        assertThat(repaired.repair().done()).isTrue();
        assertThat(repaired.repair().result()).containsIgnoringCase(Outcome.UPDATED.name());
        assertThat(Site.calls(site.goWrites())).containsExactly("PATCH /v2/Projects/" + go);
        assertThat(site.goId("/Projects", "Name", name)).isEqualTo(go);
    }

    @Test
    void afterAChangeOfMasterAnAuditLooksAtTheOtherSystem() throws Exception {
        file.write(yaml -> yaml);
        assertThat(rows(audit("projects")))
                .as("not compared yet, so nothing is said of them")
                .isEmpty();
        assertThat(site.link("projects", site.goId("/Projects", "Code", "1010")).targetId())
                .isEqualTo(Integer.toString(site.office().id("projects", "1010")));
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
    }
}
