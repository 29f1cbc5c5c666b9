package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An entity's records as the target has them: read back after a first write, when the target refuses a change, and by the audit. */
public interface TargetRecords {

    /** One record; empty where the target has none with this id. Never from a list read earlier. */
    Optional<JsonNode> find(Run run, String targetId);

    /**
     * Every record that belongs to this day or a later one; there may be older ones among them, and in master data there are all. Inactive
     * ones too.
     */
    List<JsonNode> since(Run run, LocalDate from);
}
