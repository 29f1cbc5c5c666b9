package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.entity.Entity;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What one part of a record asks for, against its link and its dead letter: a row of the plan, an outcome, or a refusal. */
@Component
class PartComparison {

    private final DeadLetters deadLetters;
    private final RunRecords records;

    PartComparison(DeadLetters deadLetters, RunRecords records) {
        this.deadLetters = deadLetters;
        this.records = records;
    }

    /** What cannot go on is thrown. */
    <F> void compare(EntityDefinition<F> definition, Found found, Run run) {
        Entity<F> entity = definition.entity();
        Link link = found.link();
        @SuppressWarnings("unchecked")
        Part<F> part = (Part<F>) found.part();
        if (link.claim() != null) {
            records.outcome(run, found, Outcome.IN_DOUBT, "claim-open", null);
        } else if (Discarded.holds(run, found.deadLetter(), found.facts(), found.source())) {
            records.outcome(run, found, Outcome.SKIPPED, "discarded", null);
        } else if (link.state() == Link.State.SETTLED) {
            settledByHand(entity, part, found, run);
        } else if (part == null && !link.linked()) {
            records.outcome(run, found, Outcome.SKIPPED, "part-gone", null);
            settled(found, run);
        } else if (part == null) {
            run.plan(row(run, Operation.DELETE, found, link.date(), null, List.of(), link.targetId(), null));
        } else if (part.refused() != null) {
            throw part.refused();
        } else if (part.skipped() != null) {
            skipped(entity, part, found, run);
        } else if (link.turned()) {
            turned(definition, part, found, run);
        } else if (link.linked()) {
            linked(definition, part, found, run);
        } else if (entity.nothing(part.facts())) {
            records.outcome(run, found, Outcome.SKIPPED, "zero", null);
            settled(found, run);
        } else {
            fresh(definition, part, found, run);
        }
    }

    /**
     * A linked record that has changed into one that is never sent leaves the target; one that only a setting keeps back stays. One that moves
     * to before the start date, or whose hours all went to the time account after they were sent, is a question for a person.
     */
    private <F> void skipped(Entity<F> entity, Part<F> part, Found found, Run run) {
        Link link = found.link();
        if (link.linked() && entity.leaves(part.skipped())) {
            run.plan(row(run, Operation.DELETE, found, part.date(), found.facts(), List.of(), link.targetId(), null));
            return;
        }
        if (link.linked() && link.facts() != null && part.facts() != null) {
            List<PlanRow.Change> changes = Mapping.changes(link.facts(), found.facts());
            if (!Mapping.touched(entity, run.company(), found.link(), changes).isEmpty()) {
                run.plan(row(run, Operation.DELETE, found, part.date(), found.facts(), changes, link.targetId(), null));
                return;
            }
        }
        if (link.linked() && part.skipped().equals("all-to-time-account")) {
            throw new RecordFailure(Reason.ALL_BANKED_AFTER_SENT);
        }
        LocalDate before = found.link().date();
        LocalDate start = run.company().startDate();
        if (part.skipped().equals("before-start-date") && found.link().linked() && !before.isBefore(start)) {
            throw new RecordFailure(Reason.BEFORE_START_DATE, part.date(), start);
        }
        records.outcome(run, found, Outcome.SKIPPED, part.skipped(), null);
        settled(found, run);
    }

    /** Nothing is sent for a record that was put right by hand: what changes after that is again for a person. */
    private <F> void settledByHand(Entity<F> entity, Part<F> part, Found found, Run run) {
        if (part != null && part.refused() != null) {
            throw part.refused();
        }
        String why = Baseline.compare(entity, part, found, run);
        if (why == null) {
            run.tally().count(Outcome.UNCHANGED);
        } else {
            records.outcome(run, found, Outcome.SKIPPED, why, null);
        }
        settled(found, run);
    }

    private <F> void linked(EntityDefinition<F> definition, Part<F> part, Found found, Run run) {
        Entity<F> entity = definition.entity();
        Link link = found.link();
        JsonNode facts = found.facts();
        askAboutStartDate(link, part, run);
        if (!entity.changesAdopted() && link.payload() == null) {
            // Linked as it stood, and never sent.
            run.tally().count(Outcome.UNCHANGED);
            settled(found, run);
            return;
        }
        if (entity.nothing(part.facts())) {
            run.plan(row(run, Operation.DELETE, found, part.date(), facts, List.of(), link.targetId(), null));
            return;
        }
        List<PlanRow.Change> changes = new ArrayList<>(Mapping.changes(link.facts(), facts));
        if (run.recomputes()) {
            changes.addAll(Mapping.recomputed(entity, run, link, part.facts()));
        }
        boolean gone = false;
        if (link.doubt() != null) {
            gone = link.doubt().mayBeGone();
            Mapping.doubtful(link.doubt(), facts).stream()
                    .filter(change ->
                            changes.stream().noneMatch(known -> known.field().equals(change.field())))
                    .forEach(changes::add);
        }
        changes.addAll(Mapping.late(entity, run, part.key(), part.facts(), link));
        Set<String> touched = Mapping.touched(entity, run.company(), found.link(), changes);
        Set<String> restored = link.restores();
        // Recomputed facts hold for the runs that follow, also where the target's record stays as it is.
        boolean remembered = run.recomputes() && !changes.isEmpty();
        if (touched.isEmpty() && restored.isEmpty() && !gone && !remembered) {
            Baseline.refuseDeleted(found);
            run.tally().count(Outcome.UNCHANGED);
            settled(found, run);
            return;
        }
        if (facts.equals(link.lockedText())
                && restored.isEmpty()
                && !gone
                && run.cause() != Cause.REPLAY
                && run.cause() != Cause.DEEP) {
            records.outcome(run, found, Outcome.SKIPPED, LockedRecords.TEXT_UNDER_LOCK, null);
            settled(found, run);
            return;
        }
        if (Mapping.isFixed(entity, run, link)) {
            PlanRow row = row(run, Operation.CREATE, found, part.date(), facts, changes, null, null);
            addIfParentsAreThere(run, row, Mapping.difference(entity, run, link, facts), null);
            return;
        }
        // After a delete in doubt the target may hold nothing any more: only a replacement is right either way.
        boolean inPlace = entity.patchable().containsAll(touched)
                && entity.patchable().containsAll(restored)
                && (!gone || !entity.replaceable());
        Operation operation = inPlace ? Operation.UPDATE : Operation.REPLACE;
        if (operation == Operation.REPLACE && !entity.replaceable()) {
            if (!Standing.byHand(definition, part, found, touched, run)) {
                throw entity.unchangeable(part.facts());
            }
            run.plan(row(run, Operation.ADOPT, found, part.date(), facts, List.of(), link.targetId(), null));
            return;
        }
        int generation = operation == Operation.UPDATE ? link.generation() : link.generation() + 1;
        Mapped mapped = Mapping.map(entity, run, run.company(), part.key(), generation, facts, link, touched);
        PlanRow row = row(run, operation, found, part.date(), facts, changes, link.targetId(), null);
        addIfParentsAreThere(run, row, mapped, null);
    }

    /** A start date that was moved later froze the record; whether its new day counts, only a person knows. */
    private static void askAboutStartDate(Link link, Part<?> part, Run run) {
        LocalDate start = run.company().startDate();
        if (link.date() != null && part.date() != null && link.date().isBefore(start)) {
            throw new RecordFailure(Reason.BEFORE_START_DATE, part.date(), start);
        }
    }

    /** The first comparison after a change of master: as for a record that was found there, which one it is being known. */
    private <F> void turned(EntityDefinition<F> definition, Part<F> part, Found found, Run run) {
        JsonNode current = Standing.targets(definition, run).get(found.link().targetId());
        if (current == null) {
            fresh(definition, part, found, run);
        } else {
            fresh(definition, part, found, new Matcher.Match(found.link().targetId(), current), run);
        }
    }

    private <F> void fresh(EntityDefinition<F> definition, Part<F> part, Found found, Run run) {
        Matcher.Match match = definition.matcher() == null
                ? null
                : definition.matcher().find(run, part.key(), found.facts()).orElse(null);
        fresh(definition, part, found, match, run);
    }

    private <F> void fresh(EntityDefinition<F> definition, Part<F> part, Found found, Matcher.Match match, Run run) {
        Entity<F> entity = definition.entity();
        JsonNode facts = found.facts();
        String leftAlone = entity.leftAlone(part.facts(), run.company());
        if (match == null && leftAlone != null) {
            records.outcome(run, found, Outcome.SKIPPED, leftAlone, null);
            settled(found, run);
            return;
        }
        int generation = found.link().generation() + 1;
        Mapped mapped = entity.map(part.key(), generation, part.facts(), run.company(), run.catalogue());
        List<PlanRow.Change> changes = match == null || !entity.changesAdopted()
                ? List.of()
                : Standing.differing(entity, mapped, match.current());
        PlanRow row = row(
                        run,
                        match == null ? Operation.CREATE : Operation.ADOPT,
                        found,
                        part.date(),
                        facts,
                        changes,
                        match == null ? null : match.targetId(),
                        entity.label(part.facts()))
                .noted(entity.note(part.facts(), run.company()));
        addIfParentsAreThere(run, row, mapped, entity.waits(part.facts(), run.company()));
    }

    /** A record whose parent has no link is WAITING: shown, counted, looked at again by every run. */
    private void addIfParentsAreThere(Run run, PlanRow row, Mapped mapped, RecordFailure waits) {
        try {
            if (waits != null) {
                throw waits;
            }
            run.linkedIds().resolve(mapped);
        } catch (RecordFailure missing) {
            if (missing.reason().failureClass() == FailureClass.DEPENDENCY) {
                run.draft().add(row.waiting(missing.getMessage()));
            }
            throw missing;
        }
        run.plan(row);
    }

    private PlanRow row(
            Run run,
            Operation operation,
            Found found,
            LocalDate date,
            JsonNode facts,
            List<PlanRow.Change> changes,
            String targetId,
            String label) {
        Link link = found.link();
        return new PlanRow(
                0,
                operation,
                run.entity(),
                link.sourceId(),
                link.owner(),
                date,
                link.version(),
                facts,
                changes,
                found.source(),
                targetId,
                label == null ? link.label() : label,
                null);
    }

    /** What the record's dead letter asked for is not wanted any more. */
    private void settled(Found found, Run run) {
        boolean discarded = found.deadLetter() != null
                && found.deadLetter().status() == DeadLetter.Status.DISCARDED
                && run.cause() != Cause.REPLAY;
        if (found.deadLetter() != null && !run.dry() && !discarded) {
            deadLetters.close(
                    run.company().key(), run.entity(), found.sourceId(), DeadLetter.Status.CLOSED, "run " + run.id());
        }
    }
}
