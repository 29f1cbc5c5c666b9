package dokbro.run;

import static dokbro.Site.counts;
import static dokbro.run.InvoiceScene.COMPLETE;
import static dokbro.run.InvoiceScene.INVOICES;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.run.RunHistory.RunRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first order of each kind of write goes alone and is read back with its lines. */
@SyncTest
class InvoiceCanaryTest {

    private Site site;
    private InvoiceScene scene;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Runs runs;

    @Autowired
    private Holds holds;

    @BeforeEach
    void masterData() {
        site = parts.site(Sites.CANARY);
        scene = new InvoiceScene(site);
        for (String entity : InvoiceScene.MASTER_DATA) {
            RunRow run = site.run(entity);
            while (run.state() == RunState.HELD) {
                run = approve(run);
            }
        }
    }

    private RunRow approve(RunRow run) {
        site.forget();
        return Site.end(runs.approve(run, "kari", null).end());
    }

    private RunRow held(Operation operation) {
        site.forget();
        RunRow run = site.run(INVOICES);
        assertThat(run.state()).as("%s %s", run.counts(), run.error()).isEqualTo(RunState.HELD);
        List<Hold> open = holds.ofRun(site.company(), run.id()).stream()
                .filter(hold -> hold.state() == Hold.State.OPEN)
                .toList();
        assertThat(open).singleElement().satisfies(hold -> {
            assertThat(hold.operation()).isEqualTo(operation);
            assertThat(hold.lookedAt()).isNotNull();
            assertThat(hold.differences()).isEmpty();
        });
        return run;
    }

    @Test
    void everyKindOfWriteIsProvenByItself() {
        RunRow created = held(Operation.CREATE);
        assertThat(counts(created)).isEqualTo(Map.of("read", 2L, "created", 1L, "held", 1L));
        assertThat(scene.writes()).containsExactly(COMPLETE);
        assertThat(counts(approve(created))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));

        scene.change(invoice -> invoice.put("InvoiceRef", "PO 77"));
        approve(held(Operation.UPDATE));
        scene.hours(9);
        approve(held(Operation.REPLACE));
        scene.book().credit(scene.id);
        approve(held(Operation.DELETE));
        assertThat(scene.orders()).hasSize(1);
    }
}
