package dokbro.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.FailureClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A dead letter in a list.
 *
 * @param entity or the register of reference-data
 * @param message in the caller's language; for viewers without what is about a person
 * @param hint what to do about it
 * @param step the route that it failed in
 * @param operation what was to be done, null where that was not known yet
 * @param sentAt when it was last really sent, null for never
 */
record DeadLetterAnswer(
        long id,
        String entity,
        String sourceId,
        LocalDate date,
        DeadLetter.Status status,
        @JsonProperty("class") FailureClass failureClass,
        String reason,
        String message,
        String hint,
        String step,
        String operation,
        Integer httpStatus,
        int attempts,
        long run,
        Instant firstAt,
        Instant lastAt,
        Instant sentAt,
        Instant resolvedAt,
        String resolvedBy,
        String note) {

    /**
     * All of a dead letter.
     *
     * @param source the record as it was read; null for viewers, as are facts, request, response and detail
     * @param request what was or would have been sent
     * @param response the start of the answer
     * @param difference both sides of a record that Go has locked; null for other classes, and for viewers
     * @param detail where an error of Dokbro's own happened
     */
    record Whole(
            @JsonUnwrapped DeadLetterAnswer letter,
            String messageNb,
            String hintNb,
            String messageEn,
            String hintEn,
            JsonNode source,
            JsonNode facts,
            JsonNode request,
            String response,
            JsonNode difference,
            String detail) {}

    static DeadLetterAnswer of(DeadLetter letter, Caller caller) {
        return new DeadLetterAnswer(
                letter.id(),
                letter.entity(),
                letter.sourceId(),
                letter.date(),
                letter.status(),
                letter.failureClass(),
                letter.reason().code(),
                message(letter, caller, caller.language()),
                letter.reason().hint(caller.language()),
                letter.step(),
                letter.operation(),
                letter.httpStatus(),
                letter.attempts(),
                letter.run(),
                letter.firstAt(),
                letter.lastAt(),
                letter.sentAt(),
                letter.resolvedAt(),
                letter.resolvedBy(),
                letter.note());
    }

    static Whole whole(DeadLetter letter, Caller caller) {
        return new Whole(
                of(letter, caller),
                message(letter, caller, "nb"),
                letter.reason().hint("nb"),
                message(letter, caller, "en"),
                letter.reason().hint("en"),
                caller.personal(letter.source()),
                caller.personal(letter.facts()),
                caller.personal(letter.request()),
                caller.personal(letter.response()),
                caller.personal(letter.difference()),
                caller.personal(letter.detail()));
    }

    private static String message(DeadLetter letter, Caller caller, String language) {
        List<String> arguments = caller.operator()
                ? letter.arguments()
                : Personal.arguments(letter.entity(), letter.reason(), letter.arguments());
        return letter.reason().text(language, arguments);
    }
}
