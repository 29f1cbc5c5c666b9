package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** For what reads the target and is no run: an audit. */
@Component
public class Reads {

    private final FirstContact firstContact;
    private final Masters masters;
    private final Clock clock;

    Reads(FirstContact firstContact, Masters masters, Clock clock) {
        this.firstContact = firstContact;
        this.masters = masters;
        this.clock = clock;
    }

    /**
     * What stands for the run where something is read. It is in no history, takes no lease and cannot send.
     *
     * @throws dokbro.failure.RecordFailure where one of the two systems does not answer, or is not this company's
     */
    public Run open(Company company, String entity, LocalDate from) {
        firstContact.check(company);
        Run run = new Run(0, company, entity, Cause.MANUAL, true, true, from, null, null);
        masters.follow(run, clock.instant());
        return run;
    }

    /** The members of a payload that differ in the target's record: from what the target has, to what was sent. */
    public static List<PlanRow.Change> differences(TargetRecords targets, JsonNode record, JsonNode payload) {
        return TargetRecord.changes(record, targets.owned(payload));
    }
}
