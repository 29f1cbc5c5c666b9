package dokbro.chaos;

import java.util.List;
import java.util.Set;

/**
 * What Dokbro says. Nothing of it makes up for a record that is lost, twice or wrong, with one exception: a difference that a person's lock in
 * Go keeps from going through must be listed as a dead letter.
 *
 * @param listed keys of hours with an open dead letter about a lock
 */
record DokbroSide(List<Link> links, Set<String> listed) {

    /**
     * A link.
     *
     * @param targetId null where the target holds nothing
     * @param claimed whether a call is under way, or its result unknown
     */
    record Link(String entity, String sourceId, String targetId, int generation, boolean claimed) {}
}
