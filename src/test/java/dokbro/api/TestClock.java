package dokbro.api;

import dokbro.Dokbro;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Goes only when it is told to. */
public final class TestClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-24T08:00:00Z");

    public void forward(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Dokbro.OSLO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
