package dokbro.entity.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.company.VoucherSettings.GroupBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    @Test
    void oneGroupForAProjectOrSubProjectAndDay() {
        List<CostRow> rows = List.of(
                row("2:17", DAY, "1", null),
                row("1:17", DAY, "1", null),
                row("3:17", DAY, "1", "9"),
                row("4:17", DAY, "2", null),
                row("5:17", DAY.plusDays(1), "1", null));
        assertThat(groups(GroupBy.PROJECT_DAY, List.of(), rows))
                .containsExactly(
                        "2026-11-03:p1=[1:17, 2:17]",
                        "2026-11-03:p2=[4:17]",
                        "2026-11-03:s9=[3:17]",
                        "2026-11-04:p1=[5:17]");
    }

    @Test
    void oneGroupForEachRecord() {
        assertThat(groups(GroupBy.RECORD, List.of(), List.of(row("2:17", DAY, "1", null), row("1:17", DAY, "1", null))))
                .containsExactly("1:17=[1:17]", "2:17=[2:17]");
    }

    @Test
    void aNewSettingAppliesToDaysOfWhichNothingWasSent() {
        List<CostRow> rows = List.of(
                row("1:17", DAY, "1", null), row("2:17", DAY, "2", null), row("3:17", DAY.plusDays(1), "1", null));
        assertThat(groups(GroupBy.RECORD, List.of(sent("2026-11-03:p1", false, "1:17")), rows))
                .containsExactly("2026-11-03:p1=[1:17]", "2026-11-03:p2=[2:17]", "3:17=[3:17]");
        assertThat(groups(GroupBy.PROJECT_DAY, List.of(sent("1:17", false, "1:17")), rows))
                .containsExactly("1:17=[1:17]", "2:17=[2:17]", "2026-11-04:p1=[3:17]");
    }

    @Test
    void laterRowsOfAClosedGroupFormANewOne() {
        List<CostRow> rows =
                List.of(row("1:17", DAY, "1", null), row("2:17", DAY, "1", null), row("3:17", DAY, "1", null));
        SentGroup closed = sent("2026-11-03:p1", true, "1:17");
        assertThat(groups(GroupBy.PROJECT_DAY, List.of(closed), rows))
                .containsExactly("2026-11-03:p1=[1:17]", "2026-11-03:p1-2=[2:17, 3:17]");
        SentGroup second = sent("2026-11-03:p1-2", true, "2:17");
        assertThat(groups(GroupBy.PROJECT_DAY, List.of(closed, second), rows))
                .containsExactly("2026-11-03:p1=[1:17]", "2026-11-03:p1-2=[2:17]", "2026-11-03:p1-3=[3:17]");
        assertThat(groups(GroupBy.PROJECT_DAY, List.of(sent("2026-11-03:p1", false, "1:17")), rows))
                .as("an open one takes them")
                .containsExactly("2026-11-03:p1=[1:17, 2:17, 3:17]");
    }

    @Test
    void aRowStaysInItsGroupWhenAnEarlierOneIsOpenedAgain() {
        List<CostRow> rows = List.of(row("1:17", DAY, "1", null), row("2:17", DAY, "1", null));
        assertThat(groups(
                        GroupBy.PROJECT_DAY,
                        List.of(sent("2026-11-03:p1", false, "1:17"), sent("2026-11-03:p1-2", false, "2:17")),
                        rows))
                .containsExactly("2026-11-03:p1=[1:17]", "2026-11-03:p1-2=[2:17]");
    }

    @Test
    void aProjectWhoseIdBeginsLikeAnothersIsAnother() {
        assertThat(groups(
                        GroupBy.PROJECT_DAY,
                        List.of(sent("2026-11-03:p10", false, "1:17")),
                        List.of(row("1:17", DAY, "1", null))))
                .containsExactly("2026-11-03:p1=[1:17]");
    }

    @Test
    void skippedRowsAreCountedEachByItself() {
        CostRow skipped = row("8", DAY, "1", null).skipped("transport");
        assertThat(groups(GroupBy.PROJECT_DAY, List.of(), List.of(row("1", DAY, "1", null), skipped)))
                .containsExactly("2026-11-03:p1=[1]", "8=[8]");
    }

    @Test
    void aDayWithAnUnreadableRowIsNotKnownWhole() {
        List<CostRow> rows = List.of(
                row("1:17", DAY, "1", null),
                row("2:17", DAY.plusDays(1), "1", null),
                CostRow.unreadable("3", DAY, "Hours mangler"));
        assertThat(groups(GroupBy.PROJECT_DAY, List.of(), rows))
                .containsExactly("2026-11-03:p1=[1:17, 3]", "3=[3]", "2026-11-04:p1=[2:17]");
        assertThat(groups(GroupBy.RECORD, List.of(), rows))
                .as("one voucher a record: only the record itself")
                .containsExactly("1:17=[1:17]", "3=[3]", "2:17=[2:17]");
        assertThat(groups(
                        GroupBy.PROJECT_DAY,
                        List.of(),
                        List.of(row("1:17", DAY, "1", null), CostRow.unreadable("3", null, "Date mangler"))))
                .as("without a date it may be any day's")
                .containsExactly("3=[3]", "2026-11-03:p1=[1:17, 3]");
    }

    private static List<String> groups(GroupBy by, List<SentGroup> sent, List<CostRow> rows) {
        return new Grouping(by, sent)
                .of(rows).stream()
                        .map(group -> group.id() + "="
                                + group.rows().stream().map(CostRow::key).toList())
                        .toList();
    }

    private static SentGroup sent(String id, boolean closed, String... rows) {
        return new SentGroup(id, DAY, Set.of(rows), closed);
    }

    private static CostRow row(String key, LocalDate date, String project, String subProject) {
        return new CostRow(key, date, project, subProject, "17", BigDecimal.TEN, BigDecimal.ONE, null, null);
    }
}
