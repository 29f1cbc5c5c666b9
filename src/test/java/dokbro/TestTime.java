package dokbro;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that goes as fast as others, from Wednesday 18 November 2026 at 11 in Oslo, and jumps when it is told to. */
public final class TestTime extends Clock {

    private static final Instant START = Instant.parse("2026-11-18T10:00:00Z");

    private final long started = System.nanoTime();
    private volatile Duration ahead = Duration.ZERO;

    /** The day at the start. */
    public static LocalDate today() {
        return LocalDate.ofInstant(START, Dokbro.OSLO);
    }

    /** Jumps ahead. */
    public void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Takes all jumps back. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(System.nanoTime() - started).plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return Dokbro.OSLO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        TestTime time = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return time.withZone(other);
            }

            @Override
            public Instant instant() {
                return time.instant();
            }
        };
    }
}
