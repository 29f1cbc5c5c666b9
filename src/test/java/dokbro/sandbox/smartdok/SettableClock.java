package dokbro.sandbox.smartdok;

import dokbro.Dokbro;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Stands still until it is moved. */
final class SettableClock extends Clock {

    private volatile Instant now;

    SettableClock(LocalDateTime oslo) {
        now = oslo.atZone(Dokbro.OSLO).toInstant();
    }

    void forward(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return Dokbro.OSLO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
