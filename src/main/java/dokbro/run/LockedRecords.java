package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.entity.Correction;
import dokbro.entity.Entity;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What becomes of a change that Go refuses because somebody has closed the record there, or taken it away (design, section 3, "Locked in
 * Go").
 */
@Component
class LockedRecords {

    /** The reason in the records of a run: the text follows with the next change that goes through. */
    static final String TEXT_UNDER_LOCK = "text-under-lock";

    private static final Logger LOG = LoggerFactory.getLogger(LockedRecords.class);

    private final Entities entities;
    private final LinkSteps links;
    private final RunRecords records;

    LockedRecords(Entities entities, LinkSteps links, RunRecords records) {
        this.entities = entities;
        this.links = links;
        this.records = records;
    }

    /**
     * The same failure, or that a user has deleted the record in Go, where the answer to a change was that it is not there, or that Go has
     * locked it, where only the record says so.
     */
    RecordFailure meaning(Transfer transfer, RecordFailure refusal, boolean answeredAbsent, Run run) {
        Reason closed = closed(transfer, refusal, run);
        boolean absent = closed == null ? answeredAbsent : closed == Reason.DELETED_IN_GO;
        RecordFailure failure = closed == null || closed == Reason.REFUSED || refusal.reason() == Reason.LOCKED_IN_GO
                ? refusal
                : new RecordFailure(
                        refusal,
                        Reason.LOCKED_IN_GO,
                        refusal.arguments().get(refusal.arguments().size() - 1));
        boolean changes = transfer.operation() == Operation.UPDATE || transfer.operation() == Operation.REPLACE;
        boolean whole = transfer.claim() == null || transfer.claim().claim().step() == 0;
        boolean locks = entities.find(run.company(), transfer.kind())
                .map(definition -> definition.entity().replaceable())
                .orElse(false);
        if (!absent || !changes || !whole || !locks) {
            return failure;
        }
        transfer.held(null);
        return new RecordFailure(failure, Reason.DELETED_IN_GO);
    }

    /** What the record itself says after a refusal; null where it says nothing, or was not asked. */
    private Reason closed(Transfer transfer, RecordFailure refusal, Run run) {
        boolean refused = refusal.reason() == Reason.REFUSED || refusal.reason() == Reason.LOCKED_IN_GO;
        if (!refused || !standing(transfer)) {
            return null;
        }
        try {
            return entities.find(run.company(), transfer.kind())
                    .flatMap(definition ->
                            definition.targets().closed(run, transfer.row().targetId()))
                    .orElse(null);
        } catch (RecordFailure unread) {
            LOG.warn("{}: {} {} could not be read back", run, transfer.kind(), transfer.sourceId(), unread);
            return null;
        }
    }

    /** Whether the record that was to be changed or taken away was there before the call. */
    private static boolean standing(Transfer transfer) {
        return transfer.claim() != null
                && transfer.row().targetId() != null
                && transfer.claim().claim().step() == 0;
    }

    /**
     * Whether a user has reversed the record, asked for where Go refuses to: it says neither that it is reversed nor that it is not there in a
     * way to rely on.
     */
    boolean reversed(Transfer transfer, RecordFailure failure, Run run) {
        boolean refused = failure.reason() == Reason.REFUSED || failure.reason() == Reason.LOCKED_IN_GO;
        if (!refused
                || !transfer.way().reverses()
                || !transfer.isTakesAway()
                || transfer.claim() == null
                || transfer.claim().claim().step() > 0) {
            return false;
        }
        try {
            EntityDefinition<?> definition =
                    entities.find(run.company(), transfer.kind()).orElseThrow();
            transfer.held(
                    definition.targets().find(run, transfer.row().targetId()).orElse(null));
            return transfer.held() == null;
        } catch (RecordFailure unread) {
            LOG.warn("{}: {} {} could not be read back", run, transfer.kind(), transfer.sourceId(), unread);
            return false;
        }
    }

    /**
     * Ends the record where the lock asks nothing of a person: only texts differ, or Go holds by now what would be sent.
     *
     * @return false when it is a dead letter
     */
    boolean resolved(Transfer transfer, RecordFailure failure, Run run) {
        if (transfer.claim() == null) {
            return false;
        }
        if (transfer.way().reverses() && transfer.operation() == Operation.DELETE && transfer.gone()) {
            links.alreadyDone(transfer, run, Set.of(), Set.of());
            return true;
        }
        if (failure.reason() != Reason.LOCKED_IN_GO && failure.reason() != Reason.ORDER_CONFIRMED) {
            return false;
        }
        EntityDefinition<?> definition =
                entities.find(run.company(), transfer.kind()).orElseThrow();
        if (transfer.operation() == Operation.UPDATE && onlyTexts(definition.entity(), transfer, run)) {
            links.lockedText(transfer, run);
            records.outcome(run, transfer, Outcome.SKIPPED, TEXT_UNDER_LOCK, null);
            return true;
        }
        if (!standing(transfer)) {
            return false;
        }
        JsonNode held;
        try {
            held = definition.targets().find(run, transfer.row().targetId()).orElse(null);
        } catch (RecordFailure unread) {
            LOG.warn("{}: {} {} could not be read back", run, transfer.kind(), transfer.sourceId(), unread);
            return false;
        }
        transfer.held(held);
        Set<String> texts = textMembers(definition.entity(), run);
        if (transfer.operation() == Operation.DELETE ? held != null : !equal(transfer, held, texts)) {
            return false;
        }
        links.alreadyDone(transfer, run, definition.entity().texts(), texts);
        return true;
    }

    static boolean onlyTexts(Entity<?> entity, Set<String> changed, Run run) {
        return entity.texts()
                .containsAll(changed.stream()
                        .filter(field -> !entity.touches(run.company())
                                .getOrDefault(field, Set.of())
                                .isEmpty())
                        .collect(Collectors.toSet()));
    }

    private static boolean onlyTexts(Entity<?> entity, Transfer transfer, Run run) {
        return transfer.link().restores().isEmpty()
                && onlyTexts(entity, Mapping.fields(transfer.row().changes()), run);
    }

    /** Members of the target record that pay nobody: texts and the mark. */
    private static Set<String> textMembers(Entity<?> entity, Run run) {
        Set<String> members = new HashSet<>(entity.marked());
        var touches = entity.touches(run.company());
        entity.texts().forEach(text -> members.addAll(touches.getOrDefault(text, Set.of())));
        return members;
    }

    private static boolean equal(Transfer transfer, JsonNode held, Set<String> texts) {
        if (held == null) {
            return false;
        }
        ObjectNode wanted = transfer.payload().deepCopy();
        if (transfer.operation() == Operation.UPDATE) {
            wanted.retain(transfer.touched());
            // What is taken away must be away in the target too.
            transfer.touched().stream().filter(member -> !wanted.has(member)).forEach(wanted::putNull);
        }
        wanted.remove(texts);
        return TargetRecord.changes(held, wanted).isEmpty();
    }

    /**
     * Both sides and what is between them: {@code now} what SmartDok has (null: nothing), {@code was} what it had when Go was last right (on
     * {@code wasDate}), {@code held} the quantity in Go, {@code difference} SmartDok's minus Go's, {@code record} Go's own record as far as
     * Dokbro writes it.
     *
     * @return null for entities that nothing locks
     */
    JsonNode difference(Failing record, Link link, Run run) {
        boolean nothing = record.operation() == Operation.DELETE || Baseline.unwanted(record);
        JsonNode held = record instanceof Transfer transfer ? transfer.held() : null;
        return difference(record.kind(), nothing ? null : record.facts(), link, held, gone(record), run);
    }

    /** As above, for a record that the source no longer has. */
    JsonNode missing(Link link, Run run) {
        return difference(link.entity(), null, link, null, false, run);
    }

    private JsonNode difference(String kind, JsonNode facts, Link link, JsonNode held, boolean gone, Run run) {
        return entities.find(run.company(), kind)
                .map(definition -> difference(definition.entity(), facts, link, held, gone, run))
                .orElse(null);
    }

    private static <F> JsonNode difference(
            Entity<F> entity, JsonNode facts, Link link, JsonNode held, boolean gone, Run run) {
        Correction now = correction(entity, facts, run);
        Correction was = correction(entity, link.facts(), run);
        if (now == null && was == null) {
            return null;
        }
        BigDecimal target = Optional.ofNullable(held)
                .map(found -> entity.held(found, run.company()))
                .orElse(was == null || gone ? BigDecimal.ZERO : was.quantity());
        BigDecimal source = now == null ? BigDecimal.ZERO : now.quantity();
        ObjectNode difference = Json.mapper().createObjectNode();
        difference.putPOJO("now", now);
        difference.putPOJO("was", was);
        difference.putPOJO("wasDate", was == null ? null : link.date());
        difference.put("unit", now == null ? was.unit() : now.unit());
        difference.put("source", source);
        difference.put("held", target);
        difference.put("difference", source.subtract(target));
        if (held instanceof ObjectNode object && link.payload() != null) {
            difference.set("record", object.deepCopy().retain(Mapping.members(link.payload())));
        }
        return Json.canonical(difference);
    }

    /** Whether Go holds nothing for the record any more. */
    private static boolean gone(Failing record) {
        return record instanceof Found found
                ? found.deadLetter() != null && found.deadLetter().reason() == Reason.DELETED_IN_GO
                : record instanceof Transfer transfer && transfer.gone();
    }

    private static <F> Correction correction(Entity<F> entity, JsonNode facts, Run run) {
        if (facts == null) {
            return null;
        }
        F value = Json.mapper().convertValue(facts, entity.factsType());
        return entity.nothing(value) ? null : entity.correction(value, run.catalogue());
    }
}
