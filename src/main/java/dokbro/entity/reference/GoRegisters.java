package dokbro.entity.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Go's registers as its API answered them, whole: archived and inactive rows too.
 *
 * @param projects sub-projects among them
 * @param activities ActivityTime
 * @param accounts of the general ledger; empty where no setting names one, as are vatCodes and products
 */
public record GoRegisters(
        List<JsonNode> employees,
        List<JsonNode> hourTypes,
        List<JsonNode> payItems,
        List<JsonNode> departments,
        List<JsonNode> customers,
        List<JsonNode> projects,
        List<JsonNode> activities,
        List<JsonNode> accounts,
        List<JsonNode> vatCodes,
        List<JsonNode> products) {}
