package dokbro.entity;

import dokbro.failure.RecordFailure;
import java.time.LocalDate;

/**
 * One part of a source record: its facts, or why there are none. Exactly one of facts, skipped and refused is set, but that a
 * skipped part may tell its facts: a linked record that has changed into one that is never sent leaves the target.
 *
 * @param key the link's source id; unique within company and entity
 * @param owner id of the source record that was read; several parts may have one owner
 * @param date the day it belongs to; null for master data
 * @param skipped why it is left alone, a short code such as {@code not-for-payroll}
 * @param refused why it cannot go
 */
public record Part<F>(String key, String owner, LocalDate date, F facts, String skipped, RecordFailure refused) {

    public static <F> Part<F> of(String key, String owner, LocalDate date, F facts) {
        return new Part<>(key, owner, date, facts, null, null);
    }

    public static <F> Part<F> skipped(String key, String owner, LocalDate date, String why) {
        return new Part<>(key, owner, date, null, why, null);
    }

    /** Skipped because of what the record says, not only of a setting. */
    public static <F> Part<F> skipped(String key, String owner, LocalDate date, F facts, String why) {
        return new Part<>(key, owner, date, facts, why, null);
    }

    public static <F> Part<F> refused(String key, String owner, LocalDate date, RecordFailure why) {
        return new Part<>(key, owner, date, null, null, why);
    }

    /** The same with other facts. */
    public Part<F> with(F otherFacts) {
        return new Part<>(key, owner, date, otherFacts, skipped, refused);
    }
}
