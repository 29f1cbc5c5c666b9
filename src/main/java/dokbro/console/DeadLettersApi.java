package dokbro.console;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.console.Paging.Page;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.run.Decisions;
import dokbro.run.Outcome;
import dokbro.run.Replay;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunRecords;
import dokbro.run.RunRecords.RunRecord;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records that could not go, and their replay. */
@RestController
@RequestMapping(path = "/api/v1/companies/{company}/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
class DeadLettersApi {

    private final Known known;
    private final DeadLetters deadLetters;
    private final Replay replay;
    private final Decisions decisions;
    private final RunRecords records;
    private final AuditLog audit;

    DeadLettersApi(
            Known known,
            DeadLetters deadLetters,
            Replay replay,
            Decisions decisions,
            RunRecords records,
            AuditLog audit) {
        this.known = known;
        this.deadLetters = deadLetters;
        this.replay = replay;
        this.decisions = decisions;
        this.records = records;
        this.audit = audit;
    }

    /**
     * How a record is to be sent again.
     *
     * @param mode fresh: the source is read anew
     * @param facts belongs to the mode edited, which is not there yet
     */
    record ReplayWanted(String mode, JsonNode facts) {
        private void check() {
            if ("edited".equals(mode)) {
                throw Refused.wrong("mode", "Replay with edited facts is not there yet; use fresh.");
            }
            if (!"fresh".equals(mode)) {
                throw Refused.wrong("mode", "mode is required and must be fresh.");
            }
            if (facts != null && !facts.isNull()) {
                throw Refused.wrong("facts", "With the mode fresh, the facts are read from the source.");
            }
        }
    }

    /**
     * What came of a replay.
     *
     * @param outcome null where the run ended before the record did, or the source no longer has the record
     * @param reason code, null where all went well
     * @param status of the dead letter now
     */
    record ReplayAnswer(RunAnswer run, Outcome outcome, String reason, DeadLetter.Status status) {}

    @Operation(summary = "Dead letters, newest first")
    @GetMapping
    Page<DeadLetterAnswer> deadLetters(
            @PathVariable String company,
            @RequestParam(required = false) String entity,
            @RequestParam(name = "class", required = false) FailureClass failureClass,
            @RequestParam(required = false) DeadLetter.Status status,
            @RequestParam(required = false) String reason,
            @Valid @ParameterObject Paging paging,
            Caller caller) {
        known.company(company);
        var filter = new DeadLetters.Filter(known.kindsFilter(entity), failureClass, status, reason(reason));
        List<DeadLetterAnswer> items = deadLetters.page(company, filter, paging.page(), paging.size()).stream()
                .map(letter -> DeadLetterAnswer.of(letter, caller))
                .toList();
        return paging.page(items, deadLetters.count(company, filter));
    }

    @Operation(summary = "One dead letter with all that is known")
    @GetMapping("/{id}")
    DeadLetterAnswer.Whole deadLetter(@PathVariable String company, @PathVariable long id, Caller caller) {
        return DeadLetterAnswer.whole(find(company, id), caller);
    }

    @Operation(summary = "Sends the record again, and waits for what comes of it")
    @PostMapping(path = "/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReplayAnswer replay(
            @PathVariable String company, @PathVariable long id, @RequestBody ReplayWanted wanted, Caller caller) {
        DeadLetter letter = find(company, id);
        wanted.check();
        if (!letter.status().current()) {
            throw Refused.conflict(
                    "Dead letter " + id + " is " + letter.status() + "; there is nothing to send again.");
        }
        RunRow run = replay.fresh(company, letter, caller.name());
        audit.add(
                caller.name(),
                "replay",
                company,
                letter.entity() + " " + letter.sourceId() + ", dead letter " + id + ", run " + run.id(),
                null);
        RunRecord record = records.page(run.id(), null, 0, 200).stream()
                .filter(found -> found.sourceId().equals(letter.sourceId()))
                .reduce((first, last) -> last)
                .orElse(null);
        DeadLetter.Status status = find(company, id).status();
        if (record == null) {
            boolean unchanged = run.counts().getOrDefault("unchanged", 0L) > 0;
            return new ReplayAnswer(RunAnswer.of(run), unchanged ? Outcome.UNCHANGED : null, null, status);
        }
        return new ReplayAnswer(RunAnswer.of(run), record.outcome(), record.reason(), status);
    }

    /** @param note why, in the words of whoever decides; required */
    record Decision(String note) {
        private String required() {
            if (note == null || note.isBlank()) {
                throw Refused.wrong("note", "note is required: say why, for whoever looks at it later.");
            }
            return note.strip();
        }
    }

    @Operation(
            summary = "The record is not to be sent",
            description = "It stays away until its facts change. Sending it again undoes this.")
    @PostMapping(path = "/{id}/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
    DeadLetterAnswer discard(
            @PathVariable String company, @PathVariable long id, @RequestBody Decision wanted, Caller caller) {
        return decided(company, id, wanted, caller, "discard", decisions::discard);
    }

    @Operation(
            summary = "The difference was put right by hand in Go",
            description = "What SmartDok has becomes the baseline; only later changes show.")
    @PostMapping(path = "/{id}/settle", consumes = MediaType.APPLICATION_JSON_VALUE)
    DeadLetterAnswer settle(
            @PathVariable String company, @PathVariable long id, @RequestBody Decision wanted, Caller caller) {
        return decided(company, id, wanted, caller, "settle", decisions::settle);
    }

    private interface Act {
        void on(DeadLetter letter, String who, String note);
    }

    private DeadLetterAnswer decided(String company, long id, Decision wanted, Caller caller, String what, Act act) {
        DeadLetter letter = find(company, id);
        String note = wanted.required();
        if (letter.status() != DeadLetter.Status.OPEN && letter.status() != DeadLetter.Status.WAITING) {
            throw Refused.conflict(
                    "Dead letter " + id + " is " + letter.status() + "; there is nothing to decide any more.");
        }
        act.on(letter, caller.name(), note);
        audit.add(
                caller.name(), what, company, letter.entity() + " " + letter.sourceId() + ", dead letter " + id, note);
        return DeadLetterAnswer.of(find(company, id), caller);
    }

    private DeadLetter find(String company, long id) {
        known.company(company);
        return deadLetters
                .find(company, id)
                .orElseThrow(() -> Refused.notThere("There is no dead letter " + id + " of " + company + "."));
    }

    private static String reason(String code) {
        if (code != null
                && Stream.of(Reason.values()).noneMatch(reason -> reason.code().equals(code))) {
            throw Refused.wrong("reason", "There is no reason " + code + ".");
        }
        return code;
    }
}
