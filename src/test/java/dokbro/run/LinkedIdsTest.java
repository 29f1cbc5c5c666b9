package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.entity.Mapped;
import dokbro.entity.Mapped.Reference;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** References become the target's ids, also those in lines. */
class LinkedIdsTest {

    private final LinkedIds ids = new LinkedIds(kind -> switch (kind) {
        case "projects" -> Map.of("5001", "77");
        case "machines" -> Map.of("17", "12", "18", LinkedIds.HELD);
        default -> Map.of();
    });

    @Test
    void aMemberOfALineIsNamedByItsPlace() {
        ObjectNode voucher = (ObjectNode) Json.tree("{\"VoucherLines\": [{\"Quantity\": 1}, {\"Quantity\": 2}]}");
        ObjectNode resolved = ids.resolve(new Mapped(
                voucher,
                Map.of(
                        "ProjectId", reference("projects", "5001"),
                        "/VoucherLines/1/ProductId", reference("machines", "17"))));
        assertThat(Json.canonical(resolved))
                .isEqualTo(Json.tree("{\"VoucherLines\": [{\"Quantity\": 1}, {\"Quantity\": 2, \"ProductId\": 12}],"
                        + " \"ProjectId\": 77}"));
        assertThat(voucher.at("/VoucherLines/1").has("ProductId"))
                .as("what was mapped stays as it is")
                .isFalse();
    }

    @Test
    void theMemberThatAReferenceLiesIn() {
        assertThat(Mapped.member("/VoucherLines/1/ProductId")).isEqualTo("VoucherLines");
        assertThat(Mapped.member("ProjectId")).isEqualTo("ProjectId");
    }

    @Test
    void whatIsOnlyWantedWhereItIsLinkedIsLeftOut() {
        Mapped mapped = new Mapped(
                Json.mapper().createObjectNode(),
                Map.of(
                        "CustomerId", reference("customers", "71").whereLinked(),
                        "ProductId", reference("machines", "18").whereLinked(),
                        "ProjectId", reference("projects", "5001").whereLinked()));
        assertThat(Json.canonical(ids.resolve(mapped))).isEqualTo(Json.tree("{\"ProjectId\": 77}"));
    }

    @Test
    void whatMustBeThereWaits() {
        Mapped mapped = new Mapped(Json.mapper().createObjectNode(), Map.of("ProductId", reference("machines", "18")));
        assertThatThrownBy(() -> ids.resolve(mapped))
                .isInstanceOfSatisfying(
                        RecordFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_LINKED));
    }

    private static Reference reference(String kind, String id) {
        return new Reference(List.of(kind), id, kind + " " + id);
    }
}
