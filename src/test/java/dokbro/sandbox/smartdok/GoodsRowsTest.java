package dokbro.sandbox.smartdok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consumption, production and transport of goods. */
class GoodsRowsTest extends SmartDokTest {

    private static final String YEAR = "?fromDate=2026-01-01&toDate=2026-12-31";

    private ConsumptionBook book;

    @BeforeEach
    void book() {
        book = office.consumption();
    }

    @Test
    void aRowCarriesProjectSubProjectAndGoodsWhole() {
        int id = book.add("101", LocalDate.of(2026, 11, 23), "1010", "1010.01", "Betong B30", new BigDecimal("2.5"));
        JsonNode row = caller.get("/GoodsConsumption/" + id).json();
        assertThat(row.at("/Project/ProjectNumber").asText().trim()).isEqualTo("1010");
        assertThat(row.at("/SubProject/Id").asInt()).isEqualTo(office.id("sub-projects", "1010.01"));
        assertThat(row.at("/Goods/Unit/Name").asText()).isEqualTo("kubikkmeter");
        assertThat(row.at("/Goods/InternalCost").decimalValue()).isEqualByComparingTo("1490");
        assertThat(row.at("/User/Id").asText())
                .isEqualTo(office.employeeId("101").toString());
        assertThat(row.get("Sum").decimalValue()).isEqualByComparingTo("4375");
        assertThat(row.get("Date").asText()).isEqualTo("2026-11-23T00:00:00");
        assertThat(row.get("BasAttested").asBoolean()).isFalse();
        assertThat(row.get("Exported").asBoolean()).isFalse();
        assertThat(row.get("FlowId").asInt()).isEqualTo(2);
        assertThat(row.has("SubProjectId"))
                .as("the API shows it in the object only")
                .isFalse();
        assertThat(row.has("Kilometer")).isFalse();
    }

    @Test
    void anAgreedPriceIsTheSum() {
        assertThat(row("Avtalt pris").get("Sum").decimalValue()).isEqualByComparingTo("6500");
        assertThat(row("Retur av pukk").get("Sum").decimalValue()).isEqualByComparingTo("-420");
    }

    @Test
    void eachKindHasItsOwnList() {
        JsonNode consumption = caller.get("/GoodsConsumption" + YEAR).json();
        assertThat(consumption.get("TotalCount").asInt())
                .isEqualTo(consumption.get("Items").size())
                .isGreaterThan(100);
        assertThat(consumption.get("Items"))
                .noneMatch(r -> r.get("Production").asBoolean()
                        || r.get("MassTransport").asBoolean());
        JsonNode production = caller.get("/GoodsProduction" + YEAR).json();
        assertThat(production.isArray()).isTrue();
        assertThat(production).hasSize(1);
        JsonNode transport = caller.get("/GoodsTransportation" + YEAR).json().get("Items");
        assertThat(transport).hasSize(1).allMatch(r -> r.has("Kilometer"));
        int produced = production.get(0).get("Id").asInt();
        assertThat(caller.get("/GoodsProduction/" + produced).status()).isEqualTo(200);
        assertThat(caller.get("/GoodsConsumption/" + produced).status()).isEqualTo(404);
        assertThat(caller.post("/GoodsConsumption/" + produced + "/MarkAsExported", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void bothDaysCountAndWithoutThemThereIsNothing() {
        int id = book.add("101", LocalDate.of(2027, 3, 5), "1000", null, "Pukk 8-16", BigDecimal.ONE);
        assertThat(ids("?fromDate=2027-03-05&toDate=2027-03-05")).containsExactly(id);
        assertThat(ids("?fromDate=2027-03-06&toDate=2027-03-31")).isEmpty();
        assertThat(ids("?fromDate=2027-03-01&toDate=2027-03-04")).isEmpty();
        assertThat(ids("")).isEmpty();
        assertThat(ids("?fromDate=2027-03-05")).isEmpty();
        smartdok.options(options -> options.withDates(false, false));
        assertThat(ids("?fromDate=2027-03-05")).containsExactly(id);
        assertThat(ids("")).hasSizeGreaterThan(100);
    }

    @Test
    void rowsAreNarrowed() {
        int id = book.add("101", LocalDate.of(2027, 3, 5), "1010", "1010.01", "Betong B30", BigDecimal.ONE);
        book.add("101", LocalDate.of(2027, 3, 5), "1000", null, "Pukk 8-16", BigDecimal.ONE);
        String day = "?fromDate=2027-03-05&toDate=2027-03-05";
        int category = caller.get("/GoodsConsumption/" + id)
                .json()
                .at("/Goods/CategoryId")
                .asInt();
        assertThat(ids(day)).hasSize(2);
        assertThat(ids(day + "&projectId=" + office.id("projects", "1010"))).containsExactly(id);
        assertThat(ids(day + "&subProjectId=" + office.id("sub-projects", "1010.01")))
                .containsExactly(id);
        assertThat(ids(day + "&goodsCategoryId=" + category)).containsExactly(id);
        assertThat(ids(day + "&projectId=0&goodsCategoryId=0")).hasSize(2);
        book.change(id, r -> r.put("ToInvoice", true));
        assertThat(ids(day + "&markedToBeInvoiced=true")).containsExactly(id);
        assertThat(ids(day + "&invoiced=true")).isEmpty();
    }

    @Test
    void theExportMarkIsSetRowByRowAndNoCallTakesItAway() {
        int id = book.add("101", LocalDate.of(2027, 3, 5), "1000", null, "Pukk 8-16", BigDecimal.ONE);
        String day = "?fromDate=2027-03-05&toDate=2027-03-05&Selection=";
        assertThat(ids(day + "2")).containsExactly(id);
        Caller.Answer answer = caller.post("/GoodsConsumption/" + id + "/MarkAsExported", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().isInt()).isTrue();
        assertThat(book.row(id).get("ExportedDate").asText()).startsWith("2026-11-24T12:00");
        assertThat(book.row(id).path("Invoiced").asBoolean()).isFalse();
        assertThat(ids(day + "2")).isEmpty();
        assertThat(ids(day + "3")).containsExactly(id);
        caller.post("/GoodsConsumption/" + id + "/MarkAsExported?markAsInvoiced=true", "");
        assertThat(book.row(id).path("Invoiced").asBoolean()).isTrue();
        caller.post("/GoodsConsumption/" + id + "/MarkAsExported?markAsInvoiced=false", "");
        assertThat(book.row(id).path("Invoiced").asBoolean()).isFalse();
        assertThat(book.row(id).path("Exported").asBoolean()).isTrue();
        for (String call : new String[] {"/UnmarkAsExported", "/SetExportedExternal"}) {
            assertThat(caller.post("/GoodsConsumption/" + id + call, "").status())
                    .isEqualTo(404);
        }
        assertThat(caller.post("/GoodsConsumption/7/MarkAsExported", "").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Selection=4",
                "Selection=all",
                "invoiced=maybe",
                "approved=true",
                "lastUpdated=2026-11-01",
                "offset=0"
            })
    void aParameterThatIsWrongOrUnknownIsRefused(String query) {
        assertThat(caller.get("/GoodsConsumption" + YEAR + "&" + query).status())
                .isEqualTo(400);
        assertThat(caller.get("/GoodsConsumption?fromDate=24.11.2026").status()).isEqualTo(400);
    }

    @Test
    void readingAndMarkingNeedTheirClaims() {
        int id = book.rows().get(0).get("Id").asInt();
        office.removeClaim("GoodsWrite");
        assertThat(caller.post("/GoodsConsumption/" + id + "/MarkAsExported", "")
                        .status())
                .isEqualTo(401);
        assertThat(caller.get("/GoodsConsumption" + YEAR).status()).isEqualTo(200);
        office.removeClaim("GoodsRead");
        assertThat(caller.get("/GoodsConsumption" + YEAR).text()).contains("Missing claims: GoodsRead");
    }

    @Test
    void peopleApproveWithdrawEditAndDelete() {
        int id = book.add("101", LocalDate.of(2026, 11, 23), "1000", null, "Pukk 8-16", BigDecimal.TEN);
        String path = "/GoodsConsumption/" + id;
        book.approve(id);
        assertThat(caller.get(path).json().get("BasAttested").asBoolean()).isTrue();
        book.change(id, r -> r.put("Amount", new BigDecimal("12.5")));
        assertThat(caller.get(path).json().get("Amount").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(caller.get(path).json().get("BasAttested").asBoolean()).isTrue();
        book.withdraw(id);
        assertThat(caller.get(path).json().get("BasAttested").asBoolean()).isFalse();
        book.delete(id);
        assertThat(caller.get(path).status()).isEqualTo(404);
        assertThatThrownBy(() -> book.approve(id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> book.delete(id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> book.add("101", LocalDate.of(2026, 11, 23), "1000", null, "Gull", BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Uten varenummer, Number, ''",
        "To varer med samme nummer, Number, V400",
        "Ukjent enhet, UnitId, 23",
        "Uten pris, InternalCost, null"
    })
    void theCasesOfGoodsAreThere(String comment, String member, String value) {
        assertThat(row(comment).at("/Goods/" + member).asText()).isEqualTo(value);
    }

    @Test
    void theCasesOfRowsAreThere() {
        assertThat(row("Ikke godkjent").get("BasAttested").asBoolean()).isFalse();
        assertThat(row("Inn på lager").get("FlowId").asInt()).isEqualTo(1);
        assertThat(row("Allerede eksportert").get("Exported").asBoolean()).isTrue();
        assertThat(row("Rettet til null").get("Amount").decimalValue()).isEqualByComparingTo("0");
        assertThat(row("Vare på ordre").at("/Project/IsOrder").asBoolean()).isTrue();
        assertThat(row("Utgått vare").at("/Goods/IsActive").asBoolean()).isFalse();
    }

    private JsonNode row(String comment) {
        int id = book.rows().stream()
                .filter(r -> r.path("Comment").asText().equals(comment))
                .findFirst()
                .map(ObjectNode.class::cast)
                .orElseThrow()
                .get("Id")
                .asInt();
        return caller.get("/GoodsConsumption/" + id).json();
    }

    private List<Integer> ids(String query) {
        return caller.get("/GoodsConsumption" + query)
                .json()
                .get("Items")
                .valueStream()
                .map(r -> r.get("Id").asInt())
                .toList();
    }
}
