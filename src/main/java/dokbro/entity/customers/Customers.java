package dokbro.entity.customers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Entity;
import dokbro.entity.ImportReference;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.entity.SourceRecord;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Customers of SmartDok that Go does not have, with {@code create-customers}. First match by number and name. A customer is made once and
 * never changed: Go's office maintains it.
 */
public final class Customers implements Entity<CustomerFacts> {

    private static final int LONGEST_NUMBER = 18;

    @Override
    public String name() {
        return Kinds.CUSTOMERS;
    }

    @Override
    public Class<CustomerFacts> factsType() {
        return CustomerFacts.class;
    }

    /** @param source a CustomerOutput */
    @Override
    public List<Part<CustomerFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        SourceRecord customer = new SourceRecord(source, "kunde");
        String id = customer.id();
        return List.of(Part.of(
                id,
                id,
                null,
                new CustomerFacts(
                        customer.text("CustomerNumber"),
                        customer.required("CustomerName"),
                        customer.text("OrganizationNumber"),
                        customer.text("Email"),
                        customer.text("PhoneNumber"),
                        customer.yes("IsActive", true))));
    }

    @Override
    public String leftAlone(CustomerFacts facts, Company company) {
        if (!facts.active()) {
            return "closed";
        }
        return company.invoiceBasis().createCustomers() ? null : "not-created";
    }

    @Override
    public boolean changesAdopted() {
        return false;
    }

    @Override
    public String label(CustomerFacts facts) {
        return facts.number() == null ? facts.name() : facts.number() + " " + facts.name();
    }

    /** Numbers are whole numbers in Go; whether one lies in its series, Go says itself. */
    @Override
    public Mapped map(String key, int generation, CustomerFacts facts, Company company, Catalogue catalogue) {
        if (facts.number() == null) {
            throw new RecordFailure(Reason.NUMBER_MISSING, "kunde \"" + facts.name() + "\"");
        }
        if (!facts.number().matches("[1-9]\\d{0," + (LONGEST_NUMBER - 1) + "}")) {
            throw new RecordFailure(Reason.CUSTOMER_NUMBER, facts.number(), facts.name());
        }
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("Number", Long.parseLong(facts.number()));
        payload.put("Name", facts.name());
        putIfThere(payload, "OrganizationNumber", facts.organizationNumber());
        putIfThere(payload, "EmailAddress", facts.email());
        putIfThere(payload, "PhoneNumber", facts.phone());
        payload.put("ExternalImportReference", ImportReference.of("CU", key, generation));
        return new Mapped(payload, Map.of());
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.of(
                "number", Set.of(),
                "name", Set.of(),
                "organizationNumber", Set.of(),
                "email", Set.of(),
                "phone", Set.of(),
                "active", Set.of());
    }

    @Override
    public Set<String> patchable() {
        return Set.of();
    }

    private static void putIfThere(ObjectNode payload, String member, String text) {
        if (text != null) {
            payload.put(member, text);
        }
    }
}
