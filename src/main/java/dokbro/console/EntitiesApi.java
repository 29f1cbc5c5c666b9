package dokbro.console;

import dokbro.company.Company;
import dokbro.console.Paging.Page;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.deadletter.DeadLetters;
import dokbro.run.Entities;
import dokbro.run.EntityState;
import dokbro.run.Hold;
import dokbro.run.Holds;
import dokbro.run.RunHistory;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunState;
import dokbro.run.Runs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/companies/{company}/entities")
class EntitiesApi {

    private final Known known;
    private final Entities entities;
    private final EntityState states;
    private final RunHistory history;
    private final Holds holds;
    private final Runs runs;
    private final DeadLetters deadLetters;
    private final AuditLog audit;
    private final Clock clock;

    EntitiesApi(
            Known known,
            Entities entities,
            EntityState states,
            RunHistory history,
            Holds holds,
            Runs runs,
            DeadLetters deadLetters,
            AuditLog audit,
            Clock clock) {
        this.known = known;
        this.entities = entities;
        this.states = states;
        this.history = history;
        this.holds = holds;
        this.runs = runs;
        this.deadLetters = deadLetters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How an entity stands.
     *
     * @param schedule the cron in words
     * @param nextRun by cron or deep cron, whichever comes first; null where the entity is not enabled or paused
     * @param lastRun the newest that was not skipped, the one that is going too; null before the first
     * @param openDeadLetters of all its registers, for reference-data
     * @param held the run that waits for a person's approval; null for none
     * @param paused null where it is not
     */
    record EntityAnswer(
            String entity,
            boolean enabled,
            String cron,
            String schedule,
            Instant nextRun,
            LastRun lastRun,
            long openDeadLetters,
            long waiting,
            Long held,
            PauseAnswer paused) {}

    record LastRun(long id, RunState state, Instant startedAt, Instant endedAt, Map<String, Long> counts) {}

    record PauseAnswer(Instant at, String by, String reason) {}

    @Operation(summary = "The entities of a company, in the order of a whole sync")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<EntityAnswer> entities(@PathVariable String company, @Valid @ParameterObject Paging paging, Caller caller) {
        Company of = known.company(company);
        Map<String, Long> held =
                holds.open(company).stream().collect(Collectors.toMap(Hold::entity, Hold::run, Math::max));
        Map<String, Long> open = deadLetters.counts(company, Status.OPEN);
        Map<String, Long> waiting = deadLetters.counts(company, Status.WAITING);
        Page<String> page = paging.of(entities.inOrder());
        return paging.page(
                page.items().stream()
                        .map(entity ->
                                answer(of, entity, sum(entity, open), sum(entity, waiting), held.get(entity), caller))
                        .toList(),
                page.total());
    }

    private long sum(String entity, Map<String, Long> counts) {
        return entities.kinds(entity).stream()
                .mapToLong(kind -> counts.getOrDefault(kind, 0L))
                .sum();
    }

    private EntityAnswer answer(Company company, String entity, long open, long waiting, Long held, Caller caller) {
        Company.EntitySettings settings = company.entities().get(entity);
        PauseAnswer paused = pauseOf(company.key(), entity);
        LastRun last = history.last(company.key(), entity).map(this::last).orElse(null);
        if (settings == null) {
            return new EntityAnswer(entity, false, null, null, null, last, open, waiting, held, paused);
        }
        Instant next = settings.enabled() && paused == null ? next(settings) : null;
        return new EntityAnswer(
                entity,
                settings.enabled(),
                settings.cron(),
                Schedule.inWords(settings.cron(), caller.language()),
                next,
                last,
                open,
                waiting,
                held,
                paused);
    }

    private Instant next(Company.EntitySettings settings) {
        return Stream.of(settings.cron(), settings.deepCron())
                .filter(Objects::nonNull)
                .flatMap(cron -> Schedule.next(cron, clock.instant()).stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    private LastRun last(RunRow run) {
        Map<String, Long> counts = runs.liveCounts(run.id()).orElse(run.counts());
        return new LastRun(run.id(), run.state(), run.startedAt(), run.endedAt(), counts);
    }

    @Operation(summary = "Pauses an entity, and stops its run that is going at the next record")
    @PutMapping(
            path = "/{entity}/pause",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    PauseAnswer pause(
            @PathVariable String company, @PathVariable String entity, @RequestBody Reasoned why, Caller caller) {
        known.company(company, entity);
        String reason = why.required();
        states.pause(company, entity, caller.name(), reason);
        history.going(company, entity)
                .ifPresent(run ->
                        runs.stop(run, RunState.STOPPED, entity + " was paused by " + caller.name() + ": " + reason));
        audit.add(caller.name(), "pause", company, entity, reason);
        return pauseOf(company, entity);
    }

    @Operation(summary = "Ends the pause")
    @DeleteMapping("/{entity}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String company, @PathVariable String entity, Caller caller) {
        known.company(company, entity);
        if (states.pause(company, entity).isPresent()) {
            states.resume(company, entity);
            audit.add(caller.name(), "resume", company, entity, null);
        }
    }

    private PauseAnswer pauseOf(String company, String entity) {
        return states.pause(company, entity)
                .map(pause -> new PauseAnswer(pause.at(), pause.by(), pause.reason()))
                .orElse(null);
    }
}
