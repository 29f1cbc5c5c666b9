package dokbro.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.smartdok.SmartDokClient.Page;
import dokbro.source.RegistrationPages.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RegistrationPagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Slice WEEK = new Slice(MONDAY, MONDAY.plusDays(6), null);

    private static List<JsonNode> rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> Json.tree("{\"Id\":" + id + "}"))
                .toList();
    }

    private static List<Integer> read(RegistrationPages pages) {
        List<Integer> ids = new ArrayList<>();
        pages.forEachRemaining(page -> page.forEach(row -> ids.add(row.get("Id").asInt())));
        return ids;
    }

    private static RegistrationPages one(RegistrationPages.Read read) {
        return new RegistrationPages(read, List.of(WEEK), row -> true, given -> List.of(), WholeDays.NONE);
    }

    private static void endedEarly(ThrowingCallable read, String says) {
        assertThatThrownBy(read).asInstanceOf(type(RecordFailure.class)).satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.READ_ENDED_EARLY);
            assertThat(failure).hasMessageContaining(says);
        });
    }

    @Test
    void pagesAreReadUntilTheTotalIsReached() {
        List<Integer> offsets = new ArrayList<>();
        var pages = one((slice, offset) -> {
            offsets.add(offset);
            return new Page(rows(offset, Math.min(offset + 100, 250)), 250);
        });
        assertThat(read(pages)).hasSize(250).doesNotHaveDuplicates();
        assertThat(offsets).containsExactly(0, 100, 200);
    }

    @Test
    void aPageThatRepeatsIsNoRead() {
        endedEarly(() -> read(one((slice, offset) -> new Page(rows(0, 100), 300))), "repeats");
    }

    @Test
    void anEmptyPageBeforeTheEndIsNoRead() {
        endedEarly(
                () -> read(one((slice, offset) -> new Page(offset == 0 ? rows(0, 100) : List.of(), 300))),
                "empty page at 100 of 300");
    }

    @Test
    void aRegistrationWithoutIdIsNoAnswer() {
        assertThatThrownBy(() -> read(one((slice, offset) -> new Page(List.of(Json.tree("{}")), 1))))
                .asInstanceOf(type(RecordFailure.class))
                .extracting(RecordFailure::reason)
                .isEqualTo(Reason.BAD_ANSWER);
    }

    @Test
    void anEmptyWeekIsInOrder() {
        assertThat(read(one((slice, offset) -> new Page(List.of(), 0)))).isEmpty();
    }

    @Test
    void aRowThatMovesToTheNextPageOrSliceIsGivenOnce() {
        Slice next = new Slice(MONDAY.plusDays(7), null, null);
        var pages = new RegistrationPages(
                (slice, offset) -> slice.equals(next)
                        ? new Page(rows(3, 6), 3)
                        : new Page(offset == 0 ? rows(0, 3) : rows(2, 4), 5),
                List.of(WEEK, next),
                row -> row.get("Id").asInt() != 5,
                given -> rows(4, 8),
                WholeDays.NONE);
        assertThat(read(pages))
                .as("what is asked for last counts, whatever its page said")
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }
}
