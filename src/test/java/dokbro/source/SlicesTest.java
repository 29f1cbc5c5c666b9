package dokbro.source;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Dokbro;
import dokbro.source.RegistrationPages.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a run reads of the registrations. */
class SlicesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    /** The clock goes back here, from 03:00 to 02:00 local time. */
    private static final Instant BACK = Instant.parse("2026-10-25T01:00:00Z");

    @Property
    void everyDayIsReadOnceAndNoneOutside(
            @ForAll @IntRange(min = -400, max = 30) int from, @ForAll @IntRange(max = 430) int length) {
        LocalDate first = TODAY.plusDays(from);
        LocalDate last = first.plusDays(length);
        List<Slice> slices = Slices.window(first, last, TODAY);
        LocalDate next = first;
        for (Slice slice : slices) {
            assertThat(slice.from()).isEqualTo(next);
            assertThat(slice.to()).isBetween(slice.from(), slice.from().plusDays(Slices.DAYS - 1L));
            assertThat(slice.changedSince()).isNull();
            next = slice.to().plusDays(1);
        }
        assertThat(next).isEqualTo(last.plusDays(1));
    }

    @Property
    void anOpenWindowEndsWithASliceThatHasNoEnd(@ForAll @IntRange(min = -400, max = 30) int from) {
        LocalDate first = TODAY.plusDays(from);
        List<Slice> slices = Slices.window(first, null, TODAY);
        LocalDate next = first;
        for (Slice slice : slices.subList(0, slices.size() - 1)) {
            assertThat(slice.from()).isEqualTo(next);
            assertThat(slice.to())
                    .isEqualTo(slice.from().plusDays(Slices.DAYS - 1L))
                    .isBefore(TODAY);
            next = slice.to().plusDays(1);
        }
        Slice open = slices.get(slices.size() - 1);
        assertThat(open).isEqualTo(new Slice(next, null, null));
        assertThat(open.from()).as("no more than a week of the past").isAfter(TODAY.minusDays(Slices.DAYS));
    }

    @Example
    void whatLiesBeforeTheWindowIsReadFromTheStartDateToTheDayBefore() {
        Slice slice =
                Slices.changedBefore(TODAY.minusDays(7), TODAY.minusDays(90), Instant.parse("2026-11-18T09:00:00.5Z"));
        assertThat(slice)
                .isEqualTo(
                        new Slice(TODAY.minusDays(90), TODAY.minusDays(8), LocalDateTime.of(2026, 11, 17, 10, 0, 0)));
    }

    /** SmartDok writes local times: 02:30 comes twice that night, and the second one must not look older than the run before it. */
    @Property
    void noEditAfterTheLastGoodRunIsOverlookedWhenTheClockGoesBack(
            @ForAll @IntRange(min = -180, max = 180) int run, @ForAll @IntRange(max = 24 * 60) int later) {
        Instant readUntil = BACK.plus(Duration.ofMinutes(run));
        LocalDateTime edited = LocalDateTime.ofInstant(readUntil.plus(Duration.ofMinutes(later)), Dokbro.OSLO);
        Slice slice = Slices.changedBefore(TODAY, TODAY.minusDays(90), readUntil);
        assertThat(edited).isAfterOrEqualTo(slice.changedSince());
    }
}
