package dokbro.console;

import dokbro.run.Cause;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.Runs;
import dokbro.run.WholeSync;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts runs: of one entity, or of all in order. */
@RestController
@RequestMapping(
        path = "/api/v1/companies/{company}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class StartsApi {

    private final Known known;
    private final Runs runs;
    private final WholeSync wholeSync;
    private final AuditLog audit;

    StartsApi(Known known, Runs runs, WholeSync wholeSync, AuditLog audit) {
        this.known = known;
        this.runs = runs;
        this.wholeSync = wholeSync;
        this.audit = audit;
    }

    /**
     * What is wanted of a run.
     *
     * @param dryRun true: plan only; false where it is left out
     * @param from first day, null for the entity's window
     * @param to last day, null for open
     * @param recompute true: what was sent in the period is to be as today's mappings, prices and settings make it; the plan is held until
     *     somebody approves it. False where it is left out
     */
    record StartWanted(Boolean dryRun, LocalDate from, LocalDate to, Boolean recompute) {

        Runs.Start by(Caller caller) {
            if (from != null && to != null && to.isBefore(from)) {
                throw Refused.wrong("from", "from " + from + " is after to " + to + ".");
            }
            if (recomputes() && from == null) {
                throw Refused.wrong("from", "recompute needs from: the first day of the period.");
            }
            return new Runs.Start(
                    recomputes() ? Cause.RECOMPUTE : Cause.MANUAL,
                    Boolean.TRUE.equals(dryRun),
                    from,
                    to,
                    null,
                    caller.name());
        }

        private boolean recomputes() {
            return Boolean.TRUE.equals(recompute);
        }

        private String inWords() {
            String period = (from == null ? "" : " from " + from) + (to == null ? "" : " to " + to);
            return (Boolean.TRUE.equals(dryRun) ? "dry run" : "run") + (recomputes() ? ", recompute" : "") + period;
        }
    }

    /**
     * A sync of all entities that has begun.
     *
     * @param entities that are to run, in order; one that cannot start when its turn comes is left out
     * @param runs where the runs can be seen
     */
    record SyncAnswer(String company, List<String> entities, String runs) {}

    @Operation(summary = "Starts a run of one entity")
    @ApiResponse(responseCode = "202", description = "The run; Location is its address")
    @PostMapping("/entities/{entity}/runs")
    ResponseEntity<RunAnswer> start(
            @PathVariable String company, @PathVariable String entity, @RequestBody StartWanted wanted, Caller caller) {
        known.company(company, entity);
        RunRow run = runs.start(company, entity, wanted.by(caller)).run();
        audit.add(caller.name(), "run-start", company, entity + ", run " + run.id(), wanted.inWords());
        return ResponseEntity.accepted()
                .location(URI.create(address(company) + "/" + run.id()))
                .body(RunAnswer.of(run));
    }

    @Operation(summary = "Starts a sync of all enabled entities, one after the other")
    @ApiResponse(responseCode = "202", description = "What is to run; Location is the list of runs")
    @PostMapping("/runs")
    ResponseEntity<SyncAnswer> startAll(@PathVariable String company, @RequestBody StartWanted wanted, Caller caller) {
        known.company(company);
        if (wanted.recomputes()) {
            throw Refused.wrong("recompute", "recompute is asked for one entity at a time.");
        }
        WholeSync.Going going = wholeSync.start(company, wanted.by(caller));
        if (going.entities().isEmpty()) {
            throw Refused.conflict("No entity is enabled for " + company + ".");
        }
        audit.add(caller.name(), "sync-start", company, Problems.list(going.entities()), wanted.inWords());
        return ResponseEntity.accepted()
                .location(URI.create(address(company)))
                .body(new SyncAnswer(company, going.entities(), address(company)));
    }

    private static String address(String company) {
        return "/api/v1/companies/" + company + "/runs";
    }
}
