package dokbro.run;

import dokbro.company.Company;
import dokbro.entity.Catalogue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A run while it goes: the exchange property {@code run} of every step. */
public final class Run {

    private final long id;
    private final Company company;
    private final String entity;
    private final Cause cause;
    private final boolean dry;
    private final boolean backfill;
    private final LocalDate from;
    private final LocalDate to;
    private final Tally tally = new Tally();
    private final PlanDraft draft = new PlanDraft();
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final Map<String, Object> readOnce = new ConcurrentHashMap<>();
    private final Map<Operation, String> canaries = new ConcurrentHashMap<>();
    private final Map<Operation, Transfer> canariesSent = new ConcurrentHashMap<>();
    private final Long approves;
    private volatile boolean held;
    private volatile Catalogue catalogue;
    private volatile LinkedIds linkedIds;
    private volatile boolean planComplete;
    private volatile boolean applyComplete;
    private volatile String doing;
    private volatile Long leaseUntilNanos;

    private record Ending(RunState state, String message) {}

    Run(
            long id,
            Company company,
            String entity,
            Cause cause,
            boolean dry,
            boolean backfill,
            LocalDate from,
            LocalDate to,
            Long approves) {
        this.id = id;
        this.company = company;
        this.entity = entity;
        this.cause = cause;
        this.dry = dry;
        this.backfill = backfill;
        this.from = from;
        this.to = to;
        this.approves = approves;
    }

    public long id() {
        return id;
    }

    public Company company() {
        return company;
    }

    public String entity() {
        return entity;
    }

    /** The name with which its routes begin; with two directions, each has its own. */
    public String way() {
        return Entities.way(company, entity);
    }

    /** Whether it holds the lease of its entity. */
    boolean leased() {
        return !dry && cause != Cause.REPLAY;
    }

    /** The same run with other settings, to settle what was sent under them; it plans nothing and is not ended by itself. */
    Run under(Company settings) {
        return new Run(id, settings, entity, cause, dry, backfill, from, to, approves);
    }

    public Cause cause() {
        return cause;
    }

    /** Plans and sends nothing: asked for, or the company is in review. */
    public boolean dry() {
        return dry;
    }

    /** A period was asked for, or a single record: how far the last good run has read stays as it is. */
    boolean backfill() {
        return backfill;
    }

    /** First day of the window. */
    public LocalDate from() {
        return from;
    }

    /** Last day of the window, null for open. */
    public LocalDate to() {
        return to;
    }

    public Tally tally() {
        return tally;
    }

    /** Whether what was sent before is to be as today's settings make it. */
    boolean recomputes() {
        return cause == Cause.RECOMPUTE;
    }

    /** Whether it goes on where a HELD run stopped, since a person has approved that. */
    public boolean isApproval() {
        return approves != null;
    }

    /** The HELD run that a person has approved, and that this one goes on with; null for none. */
    Long approves() {
        return approves;
    }

    /** Something of the plan, or what was sent first, waits for a person. */
    void hold() {
        held = true;
    }

    boolean held() {
        return held;
    }

    /** The one record of this kind of write that goes, and is looked at before any other does. */
    void canary(Operation kind, String sourceId) {
        canaries.put(kind, sourceId);
    }

    boolean isCanary(PlanRow row) {
        return row.sourceId().equals(canaries.get(Canaries.kind(row)));
    }

    void sent(Transfer transfer) {
        if (isCanary(transfer.row())) {
            canariesSent.put(Canaries.kind(transfer.row()), transfer);
        }
    }

    /** Null where it did not go through. */
    Transfer canarySent(Operation kind) {
        return canariesSent.get(kind);
    }

    /** Adds a row to the plan; a dry run counts it as what it would become. */
    void plan(PlanRow row) {
        draft.add(row);
        if (dry) {
            tally.count(row.operation().outcome());
        }
    }

    PlanDraft draft() {
        return draft;
    }

    /** Asked by the route between plan and apply. */
    public boolean isMayApply() {
        return !dry && planComplete && !ended();
    }

    /** Ends the run at the next record; the first word counts. */
    public void endEarly(RunState state, String message) {
        ending.compareAndSet(null, new Ending(state, message));
    }

    /** Whether the run must not take another record. */
    public boolean ended() {
        Long until = leaseUntilNanos;
        if (ending.get() == null && until != null && System.nanoTime() - until > 0) {
            endEarly(RunState.INTERRUPTED, "The lease was lost; another node may have taken over.");
        }
        return ending.get() != null;
    }

    RunState endedAs() {
        return ending.get() == null ? null : ending.get().state();
    }

    String endMessage() {
        return ending.get() == null ? null : ending.get().message();
    }

    void leaseFor(Duration duration) {
        leaseUntilNanos = System.nanoTime() + duration.toNanos();
    }

    /** What is under way after the apply half; a run that ends meanwhile is PARTIAL. */
    public void doing(String what) {
        doing = what;
    }

    /** It came to its end. */
    public void done() {
        doing = null;
    }

    String undone() {
        return doing;
    }

    /** The registers of the source, as read when the run began. */
    public Catalogue catalogue() {
        return catalogue == null ? Catalogue.EMPTY : catalogue;
    }

    /** Sets the registers; a source does so before its first page. */
    public void catalogue(Catalogue registers) {
        this.catalogue = registers;
    }

    /** What the run reads once and uses often: lists of the target, registers. */
    @SuppressWarnings("unchecked")
    public <T> T once(String name, Supplier<T> read) {
        // Not computeIfAbsent: what is read once may need other things that are.
        Object known = readOnce.get(name);
        if (known == null) {
            Object fresh = read.get();
            Object other = readOnce.putIfAbsent(name, fresh);
            known = other == null ? fresh : other;
        }
        return (T) known;
    }

    /** The id, in the other system, of a record of this kind; empty when it is not linked. */
    public Optional<String> linked(String kind, String id) {
        return linkedIds.find(kind, id);
    }

    LinkedIds linkedIds() {
        return linkedIds;
    }

    void linkedIds(LinkedIds ids) {
        this.linkedIds = ids;
    }

    void planIsComplete() {
        planComplete = true;
    }

    boolean planComplete() {
        return planComplete;
    }

    void applyIsComplete() {
        applyComplete = true;
    }

    boolean applyComplete() {
        return applyComplete;
    }

    @Override
    public String toString() {
        return "run " + id + " " + company.key() + "/" + entity;
    }
}
