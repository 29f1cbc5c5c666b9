package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.camel.ExchangeProperty;

/** Where an entity's records are read. A failure while reading ends the run as FAILED; nothing is guessed. */
public interface Source {

    /** The entity's name. */
    String entity();

    /** Reads what the run needs before its first page (registers, candidates in the target); once a run. */
    void prepare(Run run);

    /** The records of the run's window, a page at a time, each record once. */
    Iterator<List<JsonNode>> pages(@ExchangeProperty("run") Run run);

    /** The id of a record in the source. */
    String owner(JsonNode source);

    /** One record, read anew as the pages would have it; empty when the source no longer has it there (deleted, approval withdrawn). */
    List<JsonNode> one(Run run, String owner);

    /**
     * Owners of linked records that the read should have had and did not, each confirmed one by one; those that are still there belong to
     * the pages.
     *
     * @param seen owners that were read
     */
    List<Missing> missing(Run run, Set<String> seen);

    /**
     * @param kept why the target's record stays all the same, a short code; null when it is to be deleted
     */
    record Missing(String owner, String kept) {}
}
