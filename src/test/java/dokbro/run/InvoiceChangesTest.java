package dokbro.run;

import static dokbro.run.InvoiceScene.COMPLETE;
import static dokbro.run.InvoiceScene.DEAD;
import static dokbro.run.InvoiceScene.INVOICES;
import static dokbro.run.InvoiceScene.ORDERS;
import static dokbro.run.InvoiceScene.QUIET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.link.Link;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a sales order when its invoice basis changes: while it is a draft, confirmed, invoiced, or deleted in Go. */
@SyncTest
class InvoiceChangesTest {

    private static final Map<String, Long> DELETED = Map.of("read", 2L, "unchanged", 1L, "deleted", 1L);
    private static final Map<String, Long> GONE = Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L);

    private Site site;
    private InvoiceScene scene;
    private String target;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Replay replay;

    @Autowired
    private Decisions decisions;

    @BeforeEach
    void sent() {
        site = parts.site(Sites.DEMO);
        scene = new InvoiceScene(site);
        assertThat(scene.run()).isEqualTo(Map.of("read", 2L, "created", 2L));
        target = scene.target();
    }

    private void quiet() {
        assertThat(scene.run()).isEqualTo(QUIET);
        assertThat(scene.writes()).isEmpty();
    }

    private void replaced() {
        assertThat(scene.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "replaced", 1L));
        assertThat(scene.writes()).containsExactly("DELETE " + ORDERS + "/" + target, COMPLETE);
        Link link = site.link(INVOICES, scene.id);
        assertThat(link.generation()).isEqualTo(2);
        assertThat(link.targetId()).isEqualTo(scene.order(2).get("Id").asText());
        assertThat(scene.orders()).hasSize(2);
        quiet();
    }

    private void difference(Reason reason, String smartdok, String go, String difference) {
        DeadLetter letter = scene.letter();
        assertThat(letter.reason()).isEqualTo(reason);
        assertThat(letter.failureClass()).isEqualTo(FailureClass.LOCKED);
        JsonNode both = letter.difference();
        assertThat(both.get("unit").asText()).isEqualTo("kr");
        assertThat(both.get("source").decimalValue()).isEqualByComparingTo(smartdok);
        assertThat(both.get("held").decimalValue()).isEqualByComparingTo(go);
        assertThat(both.get("difference").decimalValue()).isEqualByComparingTo(difference);
    }

    private void untouched() {
        assertThat(scene.writes()).isEmpty();
        assertThat(site.link(INVOICES, scene.id).targetId()).isEqualTo(target);
        assertThat(site.link(INVOICES, scene.id).claim()).isNull();
    }

    // While it is a draft

    @Test
    void aChangedLineReplacesTheDraft() {
        scene.hours(9);
        replaced();
        assertThat(scene.order(2).get("NetAmount").decimalValue()).isEqualByComparingTo("13560");
    }

    @Test
    void anotherTitleReplacesTheDraft() {
        scene.change(invoice -> invoice.put("Title", "Løpende regning 1, rettet"));
        replaced();
    }

    @Test
    void theBuyersReferenceIsPatched() {
        scene.change(invoice -> invoice.put("InvoiceRef", "PO 77"));
        assertThat(scene.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        assertThat(scene.writes()).containsExactly("PATCH " + ORDERS + "/" + target);
        assertThat(Site.body(site.goWrites().get(0)))
                .isEqualTo(Json.tree("[{\"op\":\"replace\",\"path\":\"/CustomerReference\",\"value\":\"PO 77\"}]"));
        quiet();
    }

    @Test
    void anotherCustomerIsPatched() {
        String other = "10009";
        int customer = site.office().id("customers", other);
        scene.change(invoice -> invoice.put("CustomerId", customer));
        assertThat(scene.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        assertThat(scene.order(1).get("CustomerId").asLong()).isEqualTo(site.goId("/Customers", "Number", other));
        quiet();
    }

    @Test
    void creditedWhileADraftTakesTheDraftAway() {
        scene.book().credit(scene.id);
        assertThat(scene.run()).isEqualTo(DELETED);
        assertThat(scene.writes()).containsExactly("DELETE " + ORDERS + "/" + target);
        assertThat(scene.orders()).hasSize(1);
        assertThat(site.link(INVOICES, scene.id).state()).isEqualTo(Link.State.DELETED);
        scene.run();
        assertThat(scene.writes()).isEmpty();
    }

    @Test
    void deletedInSmartDokTakesTheDraftAwayAfterItWasAskedFor() {
        scene.book().delete(scene.id);
        assertThat(scene.run()).isEqualTo(GONE);
        assertThat(scene.writes()).containsExactly("DELETE " + ORDERS + "/" + target);
        assertThat(site.smartdok().received())
                .filteredOn(call -> call.path().equals("/Invoices/" + scene.id))
                .singleElement()
                .extracting(call -> call.status())
                .isEqualTo(404);
    }

    @Test
    void markedAsSentAfterwardsIsNoChange() {
        scene.book().send(scene.id);
        quiet();
    }

    @Test
    void openedAgainInSmartDokTheDraftWaitsForItsEnd() {
        scene.book().reopen(scene.id);
        scene.hours(9);
        assertThat(scene.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "skipped", 1L));
        untouched();
        scene.book().finish(scene.id);
        replaced();
    }

    @Test
    void anOldOneWhoseOrderGoStillShowsCarriesItsChangesOver() {
        site.pass(Duration.ofDays(120));
        scene.hours(9);
        replaced();
        scene.book().credit(scene.id);
        assertThat(scene.run()).isEqualTo(DELETED);
    }

    @Test
    void anOldOneIsDeletedToo() {
        site.pass(Duration.ofDays(120));
        scene.book().delete(scene.id);
        assertThat(scene.run()).isEqualTo(GONE);
        assertThat(scene.orders()).hasSize(1);
    }

    // Confirmed

    @Test
    void confirmedThenChangedShowsBothSumsAndGoesWhenTheOrderIsADraftAgain() {
        site.go().accounting().confirmOrder(target);
        scene.hours(9);
        assertThat(scene.run()).isEqualTo(DEAD);
        untouched();
        difference(Reason.ORDER_CONFIRMED, "13560", "12110", "1450");
        assertThat(scene.run()).isEqualTo(DEAD);

        site.go().accounting().reopenOrder(target);
        replaced();
        assertThat(scene.letter().status()).isEqualTo(DeadLetter.Status.SUPERSEDED);
    }

    @Test
    void confirmedThenChangedClosesWhenBothAreEqualAgain() {
        site.go().accounting().confirmOrder(target);
        scene.hours(9);
        scene.run();
        scene.hours(7);
        quiet();
        assertThat(scene.letter().status()).isEqualTo(DeadLetter.Status.CLOSED);
    }

    @Test
    void whatTheOfficeHasMadeInTheConfirmedOrderItselfIsDone() {
        site.go().accounting().editOrder(target, Json.tree("{\"CustomerReference\":\"PO 77\"}"));
        site.go().accounting().confirmOrder(target);
        scene.change(invoice -> invoice.put("InvoiceRef", "PO 77"));
        assertThat(scene.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "adopted", 1L));
        untouched();
        quiet();
    }

    @Test
    void aReferenceTakenAwayInAConfirmedOrderIsNotDoneWhileGoHasIt() {
        site.go().accounting().confirmOrder(target);
        scene.change(invoice -> invoice.putNull("InvoiceRef"));
        assertThat(scene.run()).isEqualTo(DEAD);
        assertThat(scene.letter().reason()).isEqualTo(Reason.ORDER_CONFIRMED);
    }

    @Test
    void creditedAfterConfirmationIsATaskOfTheWholeSum() {
        site.go().accounting().confirmOrder(target);
        scene.book().credit(scene.id);
        assertThat(scene.run()).isEqualTo(DEAD);
        untouched();
        difference(Reason.ORDER_CONFIRMED, "0", "12110", "-12110");
        site.go().accounting().reopenOrder(target);
        assertThat(scene.run()).isEqualTo(DELETED);
    }

    // Invoiced

    /** Domain, section 10: "Invoice basis credited": draft deleted, or a task "lag kreditnota". */
    @Test
    void invoiceBasisCreditedAfterTheInvoiceIsATaskForACreditNote() {
        long number = site.go().accounting().invoiceOrder(target);
        scene.book().credit(scene.id);
        assertThat(scene.run()).isEqualTo(DEAD);
        untouched();
        difference(Reason.INVOICED_IN_GO, "0", "12110", "-12110");
        assertThat(scene.letter().arguments()).containsExactly(String.valueOf(number));

        decisions.settle(scene.letter(), "kari", "kreditnota 10012");
        assertThat(scene.run()).isEqualTo(Map.of("read", 2L, "unchanged", 2L));
        assertThat(scene.writes()).isEmpty();
    }

    @Test
    void invoicedThenChangedIsATaskAndReplayMakesNoSecondOrder() {
        site.go().accounting().invoiceOrder(target);
        scene.hours(9);
        assertThat(scene.run()).isEqualTo(DEAD);
        untouched();
        difference(Reason.INVOICED_IN_GO, "13560", "12110", "1450");

        site.forget();
        replay.fresh(site.company(), scene.letter(), "test");
        untouched();
        assertThat(scene.orders()).hasSize(1);
    }

    @Test
    void invoicedAndNotChangedIsQuiet() {
        site.go().accounting().invoiceOrder(target);
        quiet();
        scene.book().send(scene.id);
        quiet();
    }

    @Test
    void invoicedThenDeletedInSmartDokIsATaskToo() {
        site.go().accounting().invoiceOrder(target);
        scene.book().delete(scene.id);
        assertThat(scene.run()).isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "dead", 1L));
        difference(Reason.INVOICED_IN_GO, "0", "12110", "-12110");
    }

    // Deleted in Go

    @Test
    void deletedByAUserInGoIsAQuestionAndIsMadeAnewOnReplay() {
        site.go().accounting().deleteOrder(target);
        quiet();
        scene.hours(9);
        assertThat(scene.run()).isEqualTo(DEAD);
        assertThat(scene.writes()).containsExactly("DELETE " + ORDERS + "/" + target);
        difference(Reason.DELETED_IN_GO, "13560", "0", "13560");
        assertThat(scene.run()).isEqualTo(DEAD);
        assertThat(scene.writes()).isEmpty();

        site.forget();
        replay.fresh(site.company(), scene.letter(), "test");
        assertThat(scene.writes()).containsExactly(COMPLETE);
        assertThat(scene.order(2).get("NetAmount").decimalValue()).isEqualByComparingTo("13560");
        quiet();
    }

    @Test
    void deletedByAUserInGoAndCreditedIsDone() {
        site.go().accounting().deleteOrder(target);
        scene.book().credit(scene.id);
        assertThat(scene.run()).isEqualTo(DELETED);
        assertThat(site.letters(INVOICES, scene.id)).isEmpty();
    }
}
