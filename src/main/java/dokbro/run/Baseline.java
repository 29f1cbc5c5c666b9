package dokbro.run;

import dokbro.deadletter.DeadLetter;
import dokbro.entity.Entity;
import dokbro.entity.Part;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import java.util.Objects;

/**
 * Compares a record with what a person has settled or deleted by hand. Nothing is sent for it by itself: the target does not show what the
 * office has corrected elsewhere, so that whatever were sent would pay the difference twice.
 */
final class Baseline {

    private Baseline() {}

    /**
     * What becomes of a settled record: null for unchanged, else why it is left alone.
     *
     * @throws RecordFailure when it differs from what was settled; StillRefused where the dead letter says so already
     */
    static <F> String compare(Entity<F> entity, Part<F> part, Found found, Run run) {
        Link link = found.link();
        boolean stood = link.facts() != null;
        if (part != null && part.skipped() != null) {
            if (stood && part.facts() == null) {
                question(part, link, run);
            }
            if (!stood || part.facts() == null || same(entity, found, run)) {
                return part.skipped();
            }
        } else if (part == null || entity.nothing(part.facts())) {
            if (!stood) {
                return null;
            }
        } else if (stood && same(entity, found, run)) {
            return null;
        }
        throw refusal(found, Reason.CHANGED_AFTER_SETTLED);
    }

    /** Facts that are again what was sent last do not bring back what a user has deleted in the target: the question stays. */
    static void refuseDeleted(Found found) {
        DeadLetter letter = found.deadLetter();
        if (letter != null && letter.reason() == Reason.DELETED_IN_GO && letter.status() == DeadLetter.Status.OPEN) {
            throw refusal(found, Reason.DELETED_IN_GO);
        }
    }

    /** Whether the target should hold nothing, though the record has facts: it has become one that is never sent. */
    static boolean unwanted(Failing record) {
        return record instanceof Found found
                && found.part() != null
                && found.part().skipped() != null;
    }

    private static RuntimeException refusal(Found found, Reason reason) {
        DeadLetter letter = found.deadLetter();
        boolean said = letter != null
                && letter.status() == DeadLetter.Status.OPEN
                && letter.reason() == reason
                && Objects.equals(letter.facts(), found.facts());
        return said ? new StillRefused(letter) : new RecordFailure(reason);
    }

    private static boolean same(Entity<?> entity, Found found, Run run) {
        var changes = Mapping.changes(found.link().facts(), found.facts());
        return Mapping.touched(entity, run.company(), found.link(), changes).isEmpty()
                || LockedRecords.onlyTexts(entity, Mapping.fields(changes), run);
    }

    /** As for a record that Dokbro has sent: such hours would stand in the target as ordinary ones. */
    private static void question(Part<?> part, Link link, Run run) {
        if (part.skipped().equals("all-to-time-account")) {
            throw new RecordFailure(Reason.ALL_BANKED_AFTER_SENT);
        }
        if (part.skipped().equals("before-start-date")
                && !link.date().isBefore(run.company().startDate())) {
            throw new RecordFailure(
                    Reason.BEFORE_START_DATE, part.date(), run.company().startDate());
        }
    }
}
