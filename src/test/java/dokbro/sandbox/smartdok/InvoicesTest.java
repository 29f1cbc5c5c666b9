package dokbro.sandbox.smartdok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicesTest extends SmartDokTest {

    private static final String YEAR = "?fromDate=2026-01-01&toDate=2026-12-31";

    private InvoiceBook book;

    @BeforeEach
    void book() {
        book = office.invoices();
    }

    @Test
    void theListIsABareArrayWithDraftsSentAndCreditedOnes() {
        JsonNode all = caller.get("/Invoices" + YEAR).json();
        assertThat(all.isArray()).isTrue();
        assertThat(all)
                .anyMatch(i -> i.get("IsDraft").asBoolean())
                .anyMatch(i -> i.get("Sent").asBoolean())
                .anyMatch(i -> i.get("Credited").asBoolean())
                .anyMatch(i -> !i.get("IsDraft").asBoolean() && !i.get("Sent").asBoolean());
        JsonNode first = all.get(0);
        assertThat(caller.get("/Invoices/" + first.get("Id").asInt()).json()).isEqualTo(first);
        assertThat(first.get("CompanyId").asInt()).isEqualTo(4711);
        assertThat(first.get("TotalPrice").decimalValue()).isEqualByComparingTo(sum(first));
        assertThat(first.at("/InvoiceSummary/0/InvoiceLineType").asText()).isEqualTo("Workhour");
        assertThat(caller.get("/Invoices/7").status()).isEqualTo(404);
        assertThat(caller.get("/Invoices/7").text()).isEmpty();
        assertThat(caller.get("/Invoices/x").status()).isEqualTo(400);
    }

    @Test
    void everyKindOfLineIsThere() {
        JsonNode invoice = shown("Alle linjetyper");
        assertThat(invoice.get("InvoiceLines")
                        .valueStream()
                        .map(line -> line.get("InvoiceLineType").asText()))
                .containsExactly(
                        "Workhour",
                        "Addition",
                        "UnitAddition",
                        "Diet",
                        "MachineHours",
                        "GoodsConsumption",
                        "GoodsTransportation",
                        "CustomLine");
        JsonNode hours = invoice.at("/InvoiceLines/0");
        assertThat(hours.get("LineText").asText()).isEqualTo("19.11.2026, Timelønn, Ola Vik");
        assertThat(hours.get("Sum").decimalValue()).isEqualByComparingTo("5800");
        JsonNode custom = invoice.at("/InvoiceLines/7");
        assertThat(custom.get("Date").isNull()).isTrue();
        assertThat(custom.get("Code").isNull()).isTrue();
        assertThat(custom.get("LineText").asText()).isEqualTo("Rigg etter avtale");
    }

    @ParameterizedTest
    @CsvSource({
        "Brøyting i november, 6800.00",
        "Rabatt og påslag, 9916.50",
        "Bare tekst, 0.00",
        "Øre som ikke går opp, 100.00",
        "Kreditt for returnert trelast, -1840.00",
        "Uten linjer, 0.00"
    })
    void theTotalIsOfItsLinesWithDiscountAndSurcharge(String title, BigDecimal total) {
        assertThat(shown(title).get("TotalPrice").decimalValue()).isEqualByComparingTo(total);
    }

    @Test
    void theCasesOfHeadersAreThere() {
        assertThat(shown("Kontantkunde").get("CustomerNumber").asText()).isEmpty();
        assertThat(shown("Uten kunde").get("CustomerId").isNull()).isTrue();
        assertThat(shown("Utkast").get("IsDraft").asBoolean()).isTrue();
        assertThat(shown("Sendt for hånd").get("Sent").asBoolean()).isTrue();
        assertThat(shown("Kreditert").get("Credited").asBoolean()).isTrue();
        assertThat(shown("Før oppstart").get("Created").asText()).startsWith("2026-10-31");
        assertThat(shown("Vare uten nummer").at("/InvoiceLines/0/Code").isNull())
                .isTrue();
        assertThat(shown("Brøyting i november")
                        .at("/EstimationSettings/Workroute")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theDatesMeanThePeriodOrTheDayItWasMade() {
        // made on 21 November for 12 to 20 November
        assertThat(titles("?fromDate=2026-11-20&toDate=2026-11-20")).contains("Alle linjetyper");
        assertThat(titles("?fromDate=2026-11-21&toDate=2026-11-21")).isEmpty();
        smartdok.options(options -> options.withDates(true, true));
        assertThat(titles("?fromDate=2026-11-20&toDate=2026-11-20")).isEmpty();
        assertThat(titles("?fromDate=2026-11-21&toDate=2026-11-21")).contains("Alle linjetyper");
        assertThat(titles("")).isEmpty();
        assertThat(titles("?fromDate=2026-01-01")).isEmpty();
        smartdok.options(options -> options.withDates(false, true));
        assertThat(titles("")).contains("Alle linjetyper", "Før oppstart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sent=false", "updatedSince=2026-01-01", "projectId=1", "fromDate=x"})
    void aParameterThatIsWrongOrUnknownIsRefused(String query) {
        assertThat(caller.get("/Invoices?" + query).status()).isEqualTo(400);
    }

    @Test
    void readingNeedsItsClaimAndNothingIsWritten() {
        int id = book.titled("Utkast").get("Id").asInt();
        assertThat(caller.post("/Invoices/" + id + "/Sent", "").status()).isEqualTo(404);
        assertThat(caller.put("/Invoices/" + id, "{}").status()).isIn(404, 405);
        office.removeClaim("InvoicesRead");
        assertThat(caller.get("/Invoices" + YEAR).status()).isEqualTo(401);
    }

    @Test
    void peopleFinishSendCreditAndEdit() {
        int id = book.titled("Utkast").get("Id").asInt();
        book.finish(id);
        assertThat(one(id).get("IsDraft").asBoolean()).isFalse();
        assertThat(one(id).get("UpdatedCounter").asInt()).isEqualTo(1);
        assertThat(one(id).get("Updated").asText()).startsWith("2026-11-24T12:00");
        book.send(id);
        assertThat(one(id).get("SentDate").isNull()).isFalse();
        book.credit(id);
        assertThat(one(id).get("Credited").asBoolean()).isTrue();
        book.reopen(id);
        assertThat(one(id).get("IsDraft").asBoolean()).isTrue();
        int line = one(id).at("/InvoiceLines/0/Id").asInt();
        book.changeLine(id, line, each -> each.put("Quantity", 2));
        assertThat(one(id).get("TotalPrice").decimalValue()).isEqualByComparingTo("1450");
        assertThat(one(id).at("/InvoiceLines/0/QuantityOriginal").asInt()).isEqualTo(4);
        int copy = book.copy(id);
        assertThat(one(copy).get("TotalPrice").decimalValue()).isEqualByComparingTo("1450");
        assertThat(one(copy).at("/InvoiceLines/0/Id").asInt()).isNotEqualTo(line);
        assertThat(one(copy).get("Sent").asBoolean()).isFalse();
        book.delete(id);
        assertThat(caller.get("/Invoices/" + id).status()).isEqualTo(404);
        assertThatThrownBy(() -> book.send(id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> book.changeLine(copy, 7, each -> each.put("Quantity", 2)))
                .isInstanceOf(NoSuchElementException.class);
    }

    private JsonNode shown(String title) {
        return one(book.titled(title).get("Id").asInt());
    }

    private JsonNode one(int id) {
        return caller.get("/Invoices/" + id).json();
    }

    private List<String> titles(String query) {
        return caller.get("/Invoices" + query)
                .json()
                .valueStream()
                .map(invoice -> invoice.get("Title").asText())
                .toList();
    }

    private static BigDecimal sum(JsonNode invoice) {
        return invoice.get("InvoiceLines")
                .valueStream()
                .map(line -> line.get("Sum").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
