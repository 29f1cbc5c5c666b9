package dokbro.entity.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Golden;
import dokbro.entity.Part;
import dokbro.entity.TestCompany;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InvoiceBasisTest {

    private static final Company COMPANY =
            TestCompany.with("{'invoiceBasis': {'lineProducts': {'workhour': 'T1', 'custom': 'T5'}}}");

    private final InvoiceBasis entity = new InvoiceBasis();

    static Stream<Path> fixtures() {
        return Golden.fixtures("invoice-basis");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fixture(Path file) {
        Golden.check(entity, file);
    }

    @Test
    void touches() {
        Golden.checkTouches(
                entity, TestCompany.standard(), "CustomerId", "CustomerReference", "ProjectId", "SalesOrderLines");
        assertThat(entity.replaceable()).isTrue();
        assertThat(entity.marked()).containsExactly("ExternalImportReference");
    }

    @Test
    void sentByHandIsLeftAloneAtFirstSight() {
        InvoiceFacts sent = facts(invoice().put("Sent", true));
        assertThat(entity.leftAlone(sent, COMPANY)).isEqualTo("sent");
        assertThat(entity.leftAlone(facts(invoice()), COMPANY)).isNull();
        assertThat(entity.touches(COMPANY).get("sent"))
                .as("sent later is no change")
                .isEmpty();
    }

    @Test
    void creditedTakesTheDraftAway() {
        assertThat(entity.nothing(facts(invoice().put("Credited", true)))).isTrue();
        assertThat(entity.nothing(facts(invoice()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3, 33.33, 10", "7, 14.29, 12.5", "11, 0.37, 3", "2, 1234.56, 7.77", "40, 99.99, 33"})
    void theSumIsAlwaysSmartDoksToTheOre(int count, String price, String discount) {
        ObjectNode invoice = invoice().put("Discount", new BigDecimal(discount));
        var lines = invoice.putArray("InvoiceLines");
        BigDecimal gross = BigDecimal.ZERO;
        for (int number = 1; number <= count; number++) {
            BigDecimal sum = new BigDecimal(price).multiply(BigDecimal.valueOf(number));
            lines.add(line(number, String.valueOf(number), price, sum.toPlainString()));
            gross = gross.add(sum);
        }
        BigDecimal total = gross.multiply(new BigDecimal(100).subtract(new BigDecimal(discount)))
                .divide(new BigDecimal(100))
                .setScale(2, RoundingMode.HALF_UP);
        invoice.put("TotalPrice", total);
        assertThat(net(invoice)).isEqualByComparingTo(total);
    }

    @Test
    void aTotalThatNoDiscountExplainsIsRefusedWithBothSums() {
        ObjectNode invoice = invoice().put("TotalPrice", new BigDecimal("1000.01"));
        assertThatThrownBy(() -> entity.map("1", 1, facts(invoice), COMPANY, Catalogue.EMPTY))
                .isInstanceOfSatisfying(RecordFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.SUMS_DIFFER);
                    assertThat(failure.arguments()).containsExactly("summen", "1000.01", "1000");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Id, ''",
        "Created, ''",
        "Created, i går",
        "DateFrom, november",
        "TotalPrice, mye",
        "InvoiceLines, ingen",
        "Sent, ja"
    })
    void whatCannotBeRead(String member, String value) {
        ObjectNode invoice = invoice().put(member, value);
        assertThatThrownBy(() -> entity.parts(invoice, COMPANY, Catalogue.EMPTY))
                .isInstanceOfSatisfying(RecordFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
                    assertThat(failure.arguments().get(1)).startsWith(member + " ");
                });
    }

    @ParameterizedTest
    @CsvSource({"Quantity", "Price", "Sum", "InvoiceLineTypeId"})
    void aLineThatLacksAnAmountMakesTheWholeUnreadable(String member) {
        ObjectNode invoice = invoice();
        ((ObjectNode) invoice.at("/InvoiceLines/0")).putNull(member).putNull("InvoiceLineType");
        assertThatThrownBy(() -> entity.parts(invoice, COMPANY, Catalogue.EMPTY))
                .isInstanceOfSatisfying(
                        RecordFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE));
    }

    /** As Go reckons: quantity × price less the allowance, rounded line by line. */
    private BigDecimal net(ObjectNode invoice) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : entity.map("1", 1, facts(invoice), COMPANY, Catalogue.EMPTY)
                .payload()
                .get("SalesOrderLines")) {
            if (line.get("LineType").asText().equals("Normal")) {
                BigDecimal left = new BigDecimal(100)
                        .subtract(line.has("Allowance") ? line.get("Allowance").decimalValue() : BigDecimal.ZERO);
                sum = sum.add(line.get("Quantity")
                        .decimalValue()
                        .multiply(line.get("ProductUnitPrice").decimalValue())
                        .multiply(left)
                        .divide(new BigDecimal(100))
                        .setScale(2, RoundingMode.HALF_UP));
            }
        }
        return sum;
    }

    private InvoiceFacts facts(ObjectNode invoice) {
        List<Part<InvoiceFacts>> parts = entity.parts(invoice, COMPANY, Catalogue.EMPTY);
        assertThat(parts).hasSize(1);
        return parts.get(0).facts();
    }

    private static ObjectNode invoice() {
        ObjectNode invoice = Json.mapper()
                .createObjectNode()
                .put("Id", 900)
                .put("Created", "2026-11-30T10:00:00")
                .put("CustomerId", 71)
                .put("TotalPrice", 1000);
        invoice.putArray("InvoiceLines").add(line(1, "10", "100", "1000"));
        return invoice;
    }

    private static ObjectNode line(int id, String quantity, String price, String sum) {
        return Json.mapper()
                .createObjectNode()
                .put("Id", id)
                .put("InvoiceLineType", "Workhour")
                .put("InvoiceLineTypeId", 1)
                .put("LineText", "Timer")
                .put("Quantity", new BigDecimal(quantity))
                .put("Price", new BigDecimal(price))
                .put("Sum", new BigDecimal(sum));
    }
}
