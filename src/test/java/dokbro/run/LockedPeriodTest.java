package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.OfficeFile;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.Reason;
import dokbro.link.Link;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vouchers of a period that Go has locked, by both settings of late-vouchers. */
@SyncTest
class LockedPeriodTest extends CostScene {

    private static final LocalDate OPEN = DAY.plusDays(1);

    private OfficeFile file;

    @BeforeEach
    void office() {
        file = new OfficeFile(parts).write(LockedPeriodTest::costs);
        open(Sites.OFFICE);
    }

    static String costs(String yaml) {
        return yaml.replace("  machines: {enabled: false", "  machines: {enabled: true")
                .replace("  goods: {enabled: false", "  goods: {enabled: true")
                .replace("  machine-hours: {enabled: false", "  machine-hours: {enabled: true")
                .replace("  goods-consumption: {enabled: false", "  goods-consumption: {enabled: true");
    }

    private void lateAreTasks() {
        file.write(yaml -> costs(yaml).replace("  machine-hours: {", "  machine-hours: {late-vouchers: task, "));
    }

    @AfterEach
    void gone() {
        file.close();
    }

    private void lock() {
        site.go().setLockDate(DAY);
        site.forget();
    }

    /** A machine hour of 30 October approved on 12 November, period locked on the 10th: the first open day, work date in the text. */
    @Test
    void aLateMachineHourIsPostedOnTheFirstOpenDayWithTheWorkDateInTheText() {
        lock();
        digging(DAY, 90);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(sent(0).get("VoucherDate").asText()).isEqualTo(OPEN.toString());
        assertThat(sent(0).at("/VoucherLines/0/PostingDate").asText()).isEqualTo(OPEN.toString());
        String day = DAY.format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy"));
        assertThat(sent(0).get("Description").asText()).contains(day);
        assertThat(sent(0).at("/VoucherLines/0/Description").asText()).endsWith(", " + day);
        site.forget();
        run();
        assertThat(writes()).isEmpty();
    }

    @Test
    void aLateMachineHourIsATaskWhereTheOfficeWantsItSo() {
        lateAreTasks();
        lock();
        digging(DAY, 90);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "dead", 1L));
        DeadLetter letter = site.letter(MACHINE_HOURS, group());
        assertThat(letter.reason()).isEqualTo(Reason.PERIOD_LOCKED);
        assertThat(letter.difference().path("source").decimalValue()).isEqualByComparingTo("675");
        assertThat(letter.difference().path("held").decimalValue()).isEqualByComparingTo("0");
        assertThat(writes()).isEmpty();

        site.go().setLockDate(null);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(sent(0).get("VoucherDate").asText()).isEqualTo(DAY.toString());
        assertThat(site.openLetters(MACHINE_HOURS)).isEmpty();
    }

    @Test
    void aChangeUnderALockIsPostedAsADifferenceBesideTheOldVoucher() {
        int id = digging(DAY, 90);
        run();
        String old = link().targetId();
        lock();
        site.office().edit(id, draft -> draft.withoutMachines().machine(digger, 60));
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(writes()).containsExactly(POST);
        assertThat(sent(0).get("ExternalImportReference").asText()).isEqualTo("SD-MH-" + group() + "/2");
        assertThat(sent(0).get("VoucherDate").asText()).isEqualTo(OPEN.toString());
        assertThat(amount(sent(0), 0)).isEqualByComparingTo("-225");
        assertThat(sent(0).at("/VoucherLines/0/Quantity").decimalValue()).isEqualByComparingTo("-0.5");
        assertThat(amount(sent(0), 1)).isEqualByComparingTo("225");
        assertThat(cost("1000")).isEqualByComparingTo("450");
        assertThat(standing())
                .hasSize(2)
                .anyMatch(voucher -> voucher.get("Id").asText().equals(old));
        quiet();

        // And again: what stands beside another is never taken away alone.
        site.go().setLockDate(null);
        site.office().edit(id, draft -> draft.withoutMachines().machine(digger, 120));
        run();
        assertThat(writes()).containsExactly(POST);
        assertThat(cost("1000")).isEqualByComparingTo("900");
        quiet();
    }

    private void quiet() {
        site.forget();
        run();
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatIsWithdrawnUnderALockIsTakenOffOnTheFirstOpenDay() {
        keeper();
        int id = digging(DAY, 90);
        run();
        lock();
        site.office().withdraw(id);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(writes()).containsExactly(POST);
        assertThat(amount(sent(0), 0)).isEqualByComparingTo("-675");
        assertThat(sent(0).get("VoucherDate").asText()).isEqualTo(OPEN.toString());
        assertThat(cost("1000")).isEqualByComparingTo("0");
        assertThat(link().state()).isEqualTo(Link.State.DELETED);
        quiet();

        // Its reference is taken: the next one has the one after.
        site.office().approve(id);
        run();
        assertThat(sent(0).get("ExternalImportReference").asText()).isEqualTo("SD-MH-" + group() + "/3");
        assertThat(cost("1000")).isEqualByComparingTo("675");
        quiet();
    }

    @Test
    void aDifferenceThatGotNoAnswerComesOnce() {
        keeper();
        int id = digging(DAY, 90);
        run();
        lock();
        site.office().withdraw(id);
        site.go().faults().next(10, "POST", "/v2/Vouchers", dokbro.sandbox.http.Fault.SERVER_ERROR_AFTER);
        assertThat(counts(run())).containsEntry("inDoubt", 1L);
        site.go().faults().clear();
        site.settleTime();
        run();
        assertThat(cost("1000")).isEqualByComparingTo("0");
        assertThat(link().state()).isEqualTo(Link.State.DELETED);
        assertThat(link().generation()).isEqualTo(2);
        quiet();
    }

    @Test
    void aChangeUnderALockIsATaskWhereTheOfficeWantsItSo() {
        int id = digging(DAY, 90);
        run();
        lateAreTasks();
        lock();
        site.office().edit(id, draft -> draft.withoutMachines().machine(digger, 60));
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "dead", 1L));
        DeadLetter letter = site.letter(MACHINE_HOURS, group());
        assertThat(letter.reason()).isEqualTo(Reason.PERIOD_LOCKED);
        assertThat(letter.difference().path("difference").decimalValue()).isEqualByComparingTo("-225");
        assertThat(writes()).isEmpty();
        // Back to what Go has: nothing is asked any more.
        site.office().edit(id, draft -> draft.withoutMachines().machine(digger, 90));
        run();
        assertThat(site.openLetters(MACHINE_HOURS)).isEmpty();
    }

    @Test
    void whatIsWithdrawnUnderALockIsATaskWhereTheOfficeWantsItSo() {
        keeper();
        int id = digging(DAY, 90);
        run();
        lateAreTasks();
        lock();
        site.office().withdraw(id);
        run();
        DeadLetter letter = site.letter(MACHINE_HOURS, group());
        assertThat(letter.reason()).isEqualTo(Reason.PERIOD_LOCKED);
        assertThat(letter.difference().path("difference").decimalValue()).isEqualByComparingTo("-675");
        assertThat(writes()).isEmpty();
        assertThat(cost("1000")).isEqualByComparingTo("675");
    }

    /** Payroll made, then more approved for it: a new voucher, never a change of the closed one. */
    @Test
    void rowsThatComeLaterToAClosedVoucherAreAVoucherOfTheirOwn() {
        digging(DAY, 90);
        run();
        lock();
        int later = site.hours("103", DAY, draft -> draft.machine(digger, 60));
        assertThat(counts(run())).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
        assertThat(writes()).containsExactly(POST);
        assertThat(sent(0).get("ExternalImportReference").asText()).isEqualTo("SD-MH-" + group() + "-2");
        assertThat(amount(sent(0), 0)).isEqualByComparingTo("450");
        quiet();
        // The voucher of the later ones is open, and follows.
        site.office().edit(later, draft -> draft.withoutMachines().machine(digger, 120));
        run();
        assertThat(writes()).hasSize(2).last().isEqualTo(POST);
        assertThat(cost("1000")).isEqualByComparingTo("1575");
        quiet();
    }
}
