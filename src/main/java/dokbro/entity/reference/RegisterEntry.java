package dokbro.entity.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.FirstMatch;
import dokbro.entity.SourceRecord;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of a register in either system.
 *
 * @param number null where there is none
 * @param open false for ended, archived and inactive rows
 */
record RegisterEntry(String id, String number, String name, boolean open) {

    static List<RegisterEntry> users(List<JsonNode> users) {
        return users.stream()
                .map(user -> new SourceRecord(user, "ansatt"))
                .filter(user -> !user.yes("IsDeleted", false))
                .map(user -> new RegisterEntry(
                        user.id(), user.text("EmployeeNo"), user.text("Name"), !user.yes("IsEnded", false)))
                .toList();
    }

    /** @param what for messages */
    static List<RegisterEntry> smartDok(List<JsonNode> rows, String what) {
        return read(rows, what, "Number", "Name");
    }

    static List<RegisterEntry> smartDokCustomers(List<JsonNode> customers) {
        return read(customers, "kunde", "CustomerNumber", "CustomerName");
    }

    /** Rows of Go that have a Code and a Name. */
    static List<RegisterEntry> go(List<JsonNode> rows, String what) {
        return read(rows, what, "Code", "Name");
    }

    static List<RegisterEntry> products(List<JsonNode> products) {
        return products.stream()
                .map(product -> new SourceRecord(product, "produkt"))
                .map(product -> new RegisterEntry(
                        product.id(), product.text("Code"), product.text("Name"), !product.yes("IsArchived", false)))
                .toList();
    }

    /** Go's hour types have no number; their name stands in Name or in Description. */
    static List<RegisterEntry> hourTypes(List<JsonNode> hourTypes) {
        return hourTypes.stream()
                .map(type -> new SourceRecord(type, "timeart"))
                .map(type -> new RegisterEntry(
                        type.id(),
                        null,
                        type.text("Name") != null ? type.text("Name") : type.text("Description"),
                        type.yes("IsActive", true)))
                .toList();
    }

    /** Employees and customers of Go: a person's name stands in two members. */
    static List<RegisterEntry> contacts(List<JsonNode> contacts, String what) {
        return contacts.stream()
                .map(contact -> new SourceRecord(contact, what))
                .map(contact -> new RegisterEntry(
                        contact.id(), contact.text("Number"), contactName(contact), !contact.yes("IsArchived", false)))
                .toList();
    }

    FirstMatch.Candidate candidate() {
        return new FirstMatch.Candidate(id, number, name, false);
    }

    private static List<RegisterEntry> read(List<JsonNode> rows, String what, String number, String name) {
        return rows.stream()
                .map(row -> new SourceRecord(row, what))
                .map(row -> new RegisterEntry(row.id(), row.text(number), row.text(name), row.yes("IsActive", true)))
                .toList();
    }

    private static String contactName(SourceRecord contact) {
        String whole = contact.text("Name");
        if (whole != null) {
            return whole;
        }
        String parts = Stream.of(contact.text("FirstName"), contact.text("LastName"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }
}
