package dokbro.entity.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small registers for tests: each row is JSON with ' for ". */
final class RegistersOfTests {

    private final Map<String, List<JsonNode>> rows = new HashMap<>();

    RegistersOfTests with(String register, String... json) {
        for (String row : json) {
            rows.computeIfAbsent(register, name -> new ArrayList<>()).add(Json.tree(row.replace('\'', '"')));
        }
        return this;
    }

    SmartDokRegisters smartdok() {
        return new SmartDokRegisters(
                of("users"), of("wages"), of("additions"), of("allowances"), of("departments"), of("customers"));
    }

    GoRegisters go() {
        return new GoRegisters(
                of("employees"),
                of("hourTypes"),
                of("payItems"),
                of("goDepartments"),
                of("goCustomers"),
                of("projects"),
                of("activities"),
                of("products"));
    }

    private List<JsonNode> of(String register) {
        return rows.getOrDefault(register, List.of());
    }
}
