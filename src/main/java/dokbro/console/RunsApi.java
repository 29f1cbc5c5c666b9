package dokbro.console;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.console.Paging.Page;
import dokbro.run.Holds;
import dokbro.run.Operation;
import dokbro.run.Outcome;
import dokbro.run.PlanRow;
import dokbro.run.PlanRows;
import dokbro.run.RunHistory;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunRecords;
import dokbro.run.RunRecords.RunRecord;
import dokbro.run.RunState;
import dokbro.run.Runs;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs, those that go and those that have ended. */
@RestController
@RequestMapping(path = "/api/v1/companies/{company}/runs", produces = MediaType.APPLICATION_JSON_VALUE)
class RunsApi {

    private final Known known;
    private final Runs runs;
    private final RunHistory history;
    private final Holds holds;
    private final PlanRows plan;
    private final RunRecords records;
    private final AuditLog audit;

    RunsApi(
            Known known,
            Runs runs,
            RunHistory history,
            Holds holds,
            PlanRows plan,
            RunRecords records,
            AuditLog audit) {
        this.known = known;
        this.runs = runs;
        this.history = history;
        this.holds = holds;
        this.plan = plan;
        this.records = records;
        this.audit = audit;
    }

    /**
     * One thing that a run found to do.
     *
     * @param kind the entity, or the register of reference-data
     * @param changes what differs; the values are null for viewers, where they are about a person
     * @param facts what the source says; null for viewers
     * @param label what people know the record by; null for viewers, where it is a person's name
     * @param note why it waits or is held, or a short code of what to know, such as late; null for viewers, where it is about a person
     */
    record PlanRowAnswer(
            long seq,
            Operation operation,
            String kind,
            String sourceId,
            LocalDate date,
            String targetId,
            String label,
            List<PlanRow.Change> changes,
            JsonNode facts,
            String note) {}

    /**
     * What became of one record.
     *
     * @param reason code, null where all went well and there is nothing to know
     * @param detail in English; null for viewers, where it is about a person
     */
    record RecordAnswer(String sourceId, Outcome outcome, String reason, String detail, String targetId, Instant at) {}

    @io.swagger.v3.oas.annotations.Operation(summary = "The runs of a company, newest first")
    @GetMapping
    Page<RunAnswer> runs(
            @PathVariable String company,
            @RequestParam(required = false) String entity,
            @RequestParam(required = false) RunState state,
            @Valid @ParameterObject Paging paging) {
        known.company(company);
        String of = known.entityFilter(entity);
        List<RunAnswer> items = history.page(company, of, state, paging.page(), paging.size()).stream()
                .map(this::answer)
                .toList();
        return paging.page(items, history.count(company, of, state));
    }

    @io.swagger.v3.oas.annotations.Operation(summary = "One run; while it goes, its counts are those of this moment")
    @GetMapping("/{id}")
    RunAnswer run(@PathVariable String company, @PathVariable long id, Caller caller) {
        return whole(known.run(company, id), caller);
    }

    private RunAnswer whole(RunRow run, Caller caller) {
        List<HoldAnswer> held = holds.ofRun(run.company(), run.id()).stream()
                .map(hold -> HoldAnswer.of(hold, caller))
                .toList();
        return RunAnswer.of(run, runs.liveCounts(run.id()).orElse(run.counts()), held);
    }

    /** @param note why, in the words of whoever decides; null for none */
    record Word(String note) {}

    @io.swagger.v3.oas.annotations.Operation(
            summary = "Approves what a run is held for",
            description =
                    "A new run reads anew and lets go what was held and the source still says; all else is looked at as ever.")
    @ApiResponse(responseCode = "202", description = "The new run; Location is its address")
    @PostMapping(path = "/{id}/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RunAnswer> approve(
            @PathVariable String company, @PathVariable long id, @RequestBody Word word, Caller caller) {
        RunRow held = held(company, id);
        RunRow run = runs.approve(held, caller.name(), word.note()).run();
        audit.add(
                caller.name(),
                "approve",
                company,
                held.entity() + ", run " + id + ", goes on as run " + run.id(),
                word.note());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/companies/" + company + "/runs/" + run.id()))
                .body(whole(run, caller));
    }

    @io.swagger.v3.oas.annotations.Operation(
            summary = "Rejects what a run is held for: it stays, until it changes or is approved after all")
    @PostMapping(path = "/{id}/reject", consumes = MediaType.APPLICATION_JSON_VALUE)
    RunAnswer reject(@PathVariable String company, @PathVariable long id, @RequestBody Word word, Caller caller) {
        RunRow held = held(company, id);
        runs.reject(held, caller.name(), word.note());
        audit.add(caller.name(), "reject", company, held.entity() + ", run " + id, word.note());
        return whole(held, caller);
    }

    private RunRow held(String company, long id) {
        RunRow run = known.run(company, id);
        if (run.state() != RunState.HELD) {
            throw Refused.conflict("Run " + id + " is not held: " + run.state() + ".");
        }
        return run;
    }

    @io.swagger.v3.oas.annotations.Operation(summary = "What a run found to do; a dry run's answer")
    @GetMapping("/{id}/plan")
    Page<PlanRowAnswer> plan(
            @PathVariable String company, @PathVariable long id, @Valid @ParameterObject Paging paging, Caller caller) {
        known.run(company, id);
        List<PlanRowAnswer> items = plan.page(id, paging.page(), paging.size()).stream()
                .map(row -> answer(row, caller))
                .toList();
        return paging.page(items, plan.count(id));
    }

    @io.swagger.v3.oas.annotations.Operation(summary = "What became of each record; unchanged ones are only counted")
    @GetMapping("/{id}/records")
    Page<RecordAnswer> records(
            @PathVariable String company,
            @PathVariable long id,
            @RequestParam(required = false) Outcome outcome,
            @Valid @ParameterObject Paging paging,
            Caller caller) {
        String entity = known.run(company, id).entity();
        boolean open = caller.operator() || !Personal.kind(entity);
        List<RecordAnswer> items = records.page(id, outcome, paging.page(), paging.size()).stream()
                .map(record -> answer(record, open))
                .toList();
        return paging.page(items, records.count(id, outcome));
    }

    @io.swagger.v3.oas.annotations.Operation(summary = "Ends a run at its next record")
    @PostMapping(path = "/{id}/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunAnswer stop(@PathVariable String company, @PathVariable long id, @RequestBody Reasoned why, Caller caller) {
        known.run(company, id);
        String reason = why.optional();
        String by = "Stopped by " + caller.name() + (reason == null ? "." : ": " + reason);
        if (!runs.stop(id, RunState.STOPPED, by)) {
            RunState state = known.run(company, id).state();
            throw Refused.conflict(
                    state == RunState.RUNNING
                            ? "Run " + id
                                    + " is a dry run or a replay on another node; it changes nothing, or one record, and ends by itself."
                            : "Run " + id + " has ended: " + state + ".");
        }
        RunRow run = known.run(company, id);
        audit.add(caller.name(), "run-stop", company, run.entity() + ", run " + id, reason);
        return answer(run);
    }

    private RunAnswer answer(RunRow run) {
        return RunAnswer.of(run, runs.liveCounts(run.id()).orElse(run.counts()), null);
    }

    private static PlanRowAnswer answer(PlanRow row, Caller caller) {
        boolean open = caller.operator() || !Personal.kind(row.kind());
        List<PlanRow.Change> changes = open
                ? row.changes()
                : row.changes().stream()
                        .map(change -> new PlanRow.Change(change.field(), null, null))
                        .toList();
        return new PlanRowAnswer(
                row.seq(),
                row.operation(),
                row.kind(),
                row.sourceId(),
                row.date(),
                row.targetId(),
                open ? row.label() : null,
                changes,
                caller.personal(row.facts()),
                open ? row.note() : null);
    }

    private static RecordAnswer answer(RunRecord record, boolean open) {
        return new RecordAnswer(
                record.sourceId(),
                record.outcome(),
                record.reason(),
                open ? record.detail() : null,
                record.targetId(),
                record.at());
    }
}
