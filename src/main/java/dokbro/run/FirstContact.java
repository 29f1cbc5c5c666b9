package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.company.CompanyIdentity;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.smartdok.SmartDokClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Asks both systems who they are, and pins the pair at first contact (design, section 2). Asked once for each set of keys. */
@Component
class FirstContact {

    private final SmartDokClient smartdok;
    private final PowerOfficeClient poweroffice;
    private final CompanyIdentity identity;
    private final Map<String, Access> checked = new ConcurrentHashMap<>();

    private record Access(Company.SmartDokAccess smartdok, Company.PowerOfficeAccess poweroffice) {}

    FirstContact(SmartDokClient smartdok, PowerOfficeClient poweroffice, CompanyIdentity identity) {
        this.smartdok = smartdok;
        this.poweroffice = poweroffice;
        this.identity = identity;
    }

    void check(Company company) {
        Access access = new Access(company.smartdok(), company.poweroffice());
        if (!access.equals(checked.get(company.key()))) {
            JsonNode user = smartdok.get(company, "Users/current", Map.of());
            JsonNode client =
                    poweroffice.find(company, "ClientIntegrationInformation").orElse(null);
            identity.pin(
                    company,
                    id(user == null ? null : user.get("CompanyId"), "SmartDok", "CompanyId"),
                    id(client == null ? null : client.get("ClientId"), "PowerOffice Go", "ClientId"));
            checked.put(company.key(), access);
        }
    }

    private static String id(JsonNode value, String system, String member) {
        if (value == null || value.isNull() || value.asText().isBlank()) {
            throw new RecordFailure(Reason.BAD_ANSWER, system, "no " + member);
        }
        return value.asText();
    }
}
