package dokbro.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of record and its way from source to target, as pure functions: no Camel, no HTTP, no database. The facts are what the source
 * says that matters; a record has changed when its facts have.
 *
 * @param <F> the facts, a record that Jackson can write and read back to an equal value
 */
public interface Entity<F> {

    /** The name everywhere: route file, tables, YAML, REST. */
    String name();

    /** The class of the facts. */
    Class<F> factsType();

    /**
     * What one source record says. Mostly one part; a registration with hours to the time account has two.
     *
     * @param source one record as the source API answered it
     * @throws dokbro.failure.RecordFailure when the whole record cannot be read
     */
    List<Part<F>> parts(JsonNode source, Company company, Catalogue catalogue);

    /**
     * As above, for a record that was sent before: what depends on a setting stays as it was sent, since a changed setting rewrites no
     * history.
     *
     * @param sent the facts of the parts that the target holds, by their keys
     */
    default List<Part<F>> parts(JsonNode source, Company company, Catalogue catalogue, Map<String, F> sent) {
        return parts(source, company, catalogue);
    }

    /** True when the facts mean that the target should hold nothing: zero hours. */
    default boolean nothing(F facts) {
        return false;
    }

    /** False when the facts are no reason to make a new record in the target: a closed project. An existing one still follows them. */
    default boolean creates(F facts) {
        return true;
    }

    /**
     * Why no new record is made of these facts, a short code; null where one is. An existing record follows them all the same.
     */
    default String leftAlone(F facts, Company company) {
        return creates(facts) ? null : "closed";
    }

    /** Why a record that is not in the target yet has to wait, class DEPENDENCY; null where it need not. */
    default RecordFailure waits(F facts, Company company) {
        return null;
    }

    /** What people should know of a new record that goes, a short code; null for nothing. */
    default String note(F facts, Company company) {
        return null;
    }

    /** Whether a record that the target holds leaves it when its part is skipped for this reason, though its facts are the same. */
    default boolean leaves(String skipped) {
        return false;
    }

    /** False where a record in the target that was there before Dokbro is linked and never changed. */
    default boolean changesAdopted() {
        return true;
    }

    /** Why a change cannot be made that the target can neither patch nor replace. */
    default RecordFailure unchangeable(F facts) {
        return new RecordFailure(Reason.NOT_MOVABLE, label(facts));
    }

    /** What people know the record by; null where the id must do. */
    default String label(F facts) {
        return null;
    }

    /** What the record is about, for whoever puts it right by hand; null where the target locks nothing. */
    default Correction correction(F facts, Catalogue catalogue) {
        return null;
    }

    /**
     * The quantity that the target's own record holds, in the unit of {@link #correction}; null where it does not say.
     *
     * @param record as the target's API gave it
     */
    default BigDecimal held(JsonNode record, Company company) {
        return null;
    }

    /** Members of the facts that are text for people alone: a change of these asks for nothing where the target has locked the record. */
    default Set<String> texts() {
        return Set.of();
    }

    /** False where the target's API cannot delete: a change that it cannot make in place is a row for a person. */
    default boolean replaceable() {
        return false;
    }

    /**
     * Whether the target will not let go of what was sent, so that a change is posted beside it: {@link #difference}.
     *
     * @param sent the target record as it was last sent
     */
    default boolean fixed(JsonNode sent, Catalogue catalogue) {
        return false;
    }

    /**
     * What is sent beside a record that is {@link #fixed}, so that the two together say what the source says now.
     *
     * @param sent the facts that the target stands for
     * @param now null when nothing is left
     * @throws dokbro.failure.RecordFailure when it cannot be mapped, or the office wants to do it by hand (class LOCKED)
     */
    default Mapped difference(String key, int generation, F sent, F now, Company company, Catalogue catalogue) {
        throw new UnsupportedOperationException(name());
    }

    /** Members of the target record that carry the generation: a replacement sets them anew. */
    default Set<String> marked() {
        return Set.of();
    }

    /**
     * The target record, its references still unresolved.
     *
     * @param key the link's source id, for marks and references
     * @param generation 1 for the first record in the target, one more after each replacement
     * @throws dokbro.failure.RecordFailure when it cannot be mapped (class DATA)
     */
    Mapped map(String key, int generation, F facts, Company company, Catalogue catalogue);

    /**
     * Which members of the target record follow from which member of the facts. An empty set: the member alone is no change. Changed facts
     * touch only these; all else stays as it was sent.
     */
    Map<String, Set<String>> touches(Company company);

    /**
     * References of the target record that it went without where they were not linked, and that are sent as soon as they are. For master data:
     * a customer or manager is often entered in the other system later.
     */
    default Set<String> late() {
        return Set.of();
    }

    /**
     * As {@link #touches(Company)}, for a record that was sent under other settings.
     *
     * @param sent the target record as it was last sent
     */
    default Map<String, Set<String>> touches(Company company, JsonNode sent) {
        return touches(company);
    }

    /** The settings for the very first record that is created, which is read back and shown to a person: with all that proves something. */
    default Company forCanary(Company company) {
        return company;
    }

    /** Members of the target record that the target's API can change in place; any other change replaces the record. */
    Set<String> patchable();
}
