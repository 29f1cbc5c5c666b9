package dokbro.source;

import dokbro.Dokbro;
import dokbro.source.RegistrationPages.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Cuts what a run reads of the registrations into slices: a week each, so that few pages can move at a time. */
final class Slices {

    static final int DAYS = 7;

    /** Local times repeat an hour in October, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private Slices() {}

    /**
     * Every day from {@code from} to {@code to} once, in order.
     *
     * @param to last day; null for open: the last slice has no end, since approved absence to come counts
     * @param today in Oslo
     */
    static List<Slice> window(LocalDate from, LocalDate to, LocalDate today) {
        List<Slice> slices = new ArrayList<>();
        LocalDate last = to == null ? today : to;
        LocalDate first = from;
        while (first.plusDays(DAYS - 1L).isBefore(last)) {
            slices.add(new Slice(first, first.plusDays(DAYS - 1L), null));
            first = first.plusDays(DAYS);
        }
        slices.add(new Slice(first, to, null));
        return List.copyOf(slices);
    }

    /**
     * The days from the start date to the window, narrowed to what was changed since the last good run, and a day more. SmartDok's times are
     * local ones without a zone.
     *
     * @param window first day of the window
     * @param readUntil when the last good run began
     */
    static Slice changedBefore(LocalDate window, LocalDate startDate, Instant readUntil) {
        return new Slice(
                startDate,
                window.minusDays(1),
                LocalDateTime.ofInstant(readUntil.minus(OVERLAP), Dokbro.OSLO).withNano(0));
    }
}
