package dokbro.entity.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** SmartDok's registers as its API answered them, whole: ended and inactive rows too, since older registrations point to them. */
public record SmartDokRegisters(
        List<JsonNode> users,
        List<JsonNode> wages,
        List<JsonNode> additions,
        List<JsonNode> allowances,
        List<JsonNode> departments,
        List<JsonNode> customers) {}
