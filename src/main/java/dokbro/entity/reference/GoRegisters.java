package dokbro.entity.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.FirstMatch;
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
        List<JsonNode> products) {

    /** Customers as the first match sees them, whether they have links or not: several of SmartDok's may be one of Go's. */
    public static List<FirstMatch.Candidate> customerCandidates(List<JsonNode> customers) {
        return RegisterEntry.contacts(customers, "kunde").stream()
                .map(RegisterEntry::candidate)
                .toList();
    }
}
