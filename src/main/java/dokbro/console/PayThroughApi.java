package dokbro.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import dokbro.Dokbro;
import dokbro.company.Company;
import dokbro.company.PayThrough;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/companies/{company}/pay-through")
class PayThroughApi {

    /** Further ahead is a slip of the finger. */
    private static final int DAYS_AHEAD = 366;

    private final Known known;
    private final PayThrough payThrough;
    private final AuditLog audit;
    private final Clock clock;

    PayThroughApi(Known known, PayThrough payThrough, AuditLog audit, Clock clock) {
        this.known = known;
        this.payThrough = payThrough;
        this.audit = audit;
        this.clock = clock;
    }

    /** The day; null for every day. It must be said: a body that leaves it out is a mistake. */
    static final class NewDay {

        private LocalDate date;
        private boolean said;

        @JsonProperty
        void setDate(LocalDate day) {
            date = day;
            said = true;
        }

        public LocalDate getDate() {
            return date;
        }
    }

    /**
     * Lønn til og med.
     *
     * @param date the last day that the next payroll pays; null: every day
     * @param paidThrough the last day of the payroll before; what is sent of it from now on is late
     */
    record PayThroughAnswer(LocalDate date, LocalDate paidThrough, Instant at, String by) {}

    @Operation(
            summary = "Sets the last day that the next payroll pays",
            description = "Additions dated after it wait. Late ones, of a payroll before, go and are marked `late`.")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    PayThroughAnswer set(@PathVariable String company, @RequestBody NewDay day, Caller caller) {
        check(known.company(company), day);
        move(company, day.date, caller);
        return payThrough
                .find(company)
                .map(now -> new PayThroughAnswer(now.last(), now.paid(), now.at(), now.by()))
                .orElseThrow();
    }

    @Operation(summary = "Every day is paid; nothing waits")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@PathVariable String company, Caller caller) {
        known.company(company);
        if (payThrough.find(company).map(PayThrough.Day::last).isPresent()) {
            move(company, null, caller);
        }
    }

    private void move(String company, LocalDate day, Caller caller) {
        payThrough.set(company, day, caller.name());
        audit.add(caller.name(), "pay-through", company, day == null ? "every day" : day.toString(), null);
    }

    private void check(Company company, NewDay day) {
        if (!day.said) {
            throw Refused.wrong("date", "date is missing; null lets every day be paid.");
        }
        if (day.date == null) {
            return;
        }
        if (day.date.isBefore(company.startDate())) {
            throw Refused.wrong("date", "date lies before the company's start date, " + company.startDate() + ".");
        }
        if (day.date.isAfter(LocalDate.now(clock.withZone(Dokbro.OSLO)).plusDays(DAYS_AHEAD))) {
            throw Refused.wrong("date", "date lies more than a year ahead.");
        }
    }
}
