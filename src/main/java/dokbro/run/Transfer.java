package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.deadletter.DeadLetter;
import dokbro.entity.Mapped;
import dokbro.link.Link;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** One record's way to the target: its plan row, what is sent, the claim, and how far it has come. Used by one thread at a time. */
public final class Transfer implements Failing {

    /**
     * @param reverses the old record is not deleted, but reversed: that cannot be done twice
     * @param guarded the target refuses a second record with the same reference
     */
    record Way(boolean reverses, boolean guarded) {
        static final Way PLAIN = new Way(false, false);
    }

    /** How far the record has come; what a failure means depends on it. */
    enum Phase {
        PLANNED,
        CLAIMED,
        /** A call that may have an effect is under way, or has been answered and not yet confirmed. */
        SENDING
    }

    private final PlanRow row;
    private final Link link;
    private final DeadLetter deadLetter;
    private Phase phase = Phase.PLANNED;
    private Mapped mapped;
    private ObjectNode payload;
    private Set<String> touched = Set.of();
    private Set<String> marked = Set.of();
    private Link claimed;
    private long claimedNanos;
    private int sends;
    private ObjectNode whole;
    private JsonNode held;
    private boolean asked;
    private ObjectNode putBack;
    private boolean standsAgain;
    private boolean sent;
    private boolean nothingToWrite;
    private boolean beside;
    private Way way = Way.PLAIN;
    private boolean takenBefore;

    /** @param deadLetter the record's current one, or null */
    Transfer(PlanRow row, Link link, DeadLetter deadLetter) {
        this.row = row;
        this.link = link;
        this.deadLetter = deadLetter;
    }

    DeadLetter deadLetter() {
        return deadLetter;
    }

    PlanRow row() {
        return row;
    }

    /** The link as it was when the record's turn came. */
    Link link() {
        return link;
    }

    void mapped(Mapped value, Set<String> members, Set<String> generationMembers) {
        this.mapped = value;
        this.touched = members;
        this.marked = generationMembers;
    }

    /** Whether this would be sent anew, whatever generation either has. */
    boolean sends(JsonNode request) {
        return unmarked(payload).equals(unmarked(request));
    }

    private Optional<JsonNode> unmarked(JsonNode record) {
        return record instanceof ObjectNode object
                ? Optional.of(object.deepCopy().remove(marked))
                : Optional.ofNullable(record);
    }

    /** Members of the payload that carry the generation. */
    Set<String> marked() {
        return marked;
    }

    Mapped mapped() {
        return mapped;
    }

    /** Members of the payload that the changed facts touch; for an adoption those that may be brought in line, null for a create. */
    Set<String> touched() {
        return touched;
    }

    /** What the target's record will hold, and which members of it are to be written; for none nothing is. */
    void differing(ObjectNode whole, Set<String> members) {
        this.payload = whole;
        this.touched = members;
        this.nothingToWrite = members.isEmpty();
    }

    void payload(ObjectNode value) {
        this.payload = value;
    }

    /** The target record with all references resolved; null before that and for a delete. */
    ObjectNode payload() {
        return payload;
    }

    void claimed(Link value) {
        this.claimed = value;
        this.claimedNanos = System.nanoTime();
        this.sends = 0;
        this.phase = Phase.CLAIMED;
    }

    /** The same claim, made anew before a further send. */
    void renewed(Link value) {
        this.claimed = value;
        this.claimedNanos = System.nanoTime();
    }

    long claimedNanos() {
        return claimedNanos;
    }

    /** How often the claim's call has gone on the wire. */
    int sends() {
        return sends;
    }

    void sends(int times) {
        this.sends = times;
    }

    Link claim() {
        return claimed;
    }

    Phase phase() {
        return phase;
    }

    void sending() {
        this.phase = Phase.SENDING;
        this.sent = true;
    }

    /** A part of the operation has gone through; the next call has not begun. */
    void halfDone(Link value) {
        claimed(value);
    }

    /** Whether the target has lost the old record, and the create of the new one was the last that was sent. */
    boolean half() {
        return claimed != null && phase == Phase.SENDING && (claimed.claim().step() == 1 || claimed.halfReplaced());
    }

    /** The old record as it is put back; from now on the claim is for it. */
    void puttingBack(Link value, ObjectNode old) {
        claimed(value);
        this.putBack = old;
    }

    /** What is put back; null where nothing is. */
    ObjectNode putBack() {
        return putBack;
    }

    /** Whether anything was sent for it. */
    boolean sent() {
        return sent;
    }

    /** What the target said that it holds, null for nothing; asked for when the target refused a change. */
    void held(JsonNode value) {
        this.held = value;
        this.asked = true;
    }

    JsonNode held() {
        return held;
    }

    /** The old record was put back. */
    void standsAgain() {
        this.standsAgain = true;
    }

    /** Whether the target is known to hold nothing for the record. */
    boolean gone() {
        if (standsAgain) {
            return false;
        }
        return (asked && held == null) || (claimed != null && claimed.targetId() == null);
    }

    /** The target's record as it is to be, for an API whose PUT replaces the whole. */
    void whole(ObjectNode value) {
        this.whole = value;
    }

    ObjectNode whole() {
        return whole;
    }

    void nothingToWrite() {
        this.nothingToWrite = true;
    }

    /** The target does not let go of the old record: what is sent stands beside it. */
    void beside() {
        this.beside = true;
    }

    boolean isBeside() {
        return beside;
    }

    void way(Way value) {
        this.way = value;
    }

    Way way() {
        return way;
    }

    /** The target has no such record any more, as an earlier call without an answer has asked for. */
    void takenBefore() {
        this.takenBefore = true;
    }

    /** Asked by the routes: take the old record away first. */
    public boolean isTakesAway() {
        return !beside && !takenBefore && removes();
    }

    /** Whether it is not known if the old record is still there. */
    boolean mayBeTaken() {
        Link.Doubt doubt = link.doubt();
        return !beside && removes() && doubt != null && doubt.mayBeGone();
    }

    private boolean removes() {
        return row.operation() == Operation.DELETE || row.operation() == Operation.REPLACE;
    }

    /** Asked by the routes: the target's record is read first, because its API replaces the whole record. */
    public boolean isReads() {
        return row.operation() == Operation.UPDATE || row.operation() == Operation.ADOPT;
    }

    /** Asked by the routes: the target gets a record that it does not have. */
    public boolean isCreates() {
        return row.operation() == Operation.CREATE;
    }

    /** Asked by the routes: a record that was there before Dokbro is linked, and brought in line. */
    public boolean isAdopts() {
        return row.operation() == Operation.ADOPT;
    }

    /** Asked by the routes: a record is to be written. */
    public boolean isWrites() {
        return beside || row.operation() != Operation.DELETE && !nothingToWrite;
    }

    @Override
    public String kind() {
        return row.kind();
    }

    @Override
    public String sourceId() {
        return row.sourceId();
    }

    @Override
    public String owner() {
        return row.owner();
    }

    @Override
    public LocalDate date() {
        return row.date();
    }

    @Override
    public JsonNode source() {
        return row.source();
    }

    @Override
    public JsonNode facts() {
        return row.facts();
    }

    @Override
    public JsonNode request() {
        return payload;
    }

    @Override
    public Operation operation() {
        return row.operation();
    }
}
