package dokbro.entity.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.TestCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostRowsTest {

    private static final Catalogue CATALOGUE = Json.value("""
            {"machines": {"17": {"id": "17", "number": "M20", "name": "Gravemaskin", "active": true, "internalCost": 450}},
             "productCosts": {"machines:17": 480, "goods:301": 99.5}}""", Catalogue.class);

    @Test
    void theMachinesOfARegistration() {
        assertThat(machines(
                        TestCompany.standard(),
                        "[{'MachineId': 17, 'Hours': '02:00:00'}, {'MachineId': 17, 'Hours': '01:30:00'},"
                                + " {'MachineId': 18, 'Hours': '1.02:00:00'}]"))
                .containsExactly(
                        row("7:17", "17", "90", "450"),
                        row("7:17:2", "17", "120", "450"),
                        row("7:18", "18", "1560", null));
    }

    @Test
    void thePriceOfTheProductInGo() {
        Company company = TestCompany.with("{'machineHours': {'price': 'PRODUCT_COST'}}");
        assertThat(machines(company, "[{'MachineId': 17, 'Hours': '01:00:00'}]"))
                .containsExactly(row("7:17", "17", "60", "480"));
    }

    @Test
    void aRegistrationWithoutMachinesHasNoRows() {
        assertThat(machines(TestCompany.standard(), "[]")).isEmpty();
        assertThat(machines(TestCompany.standard(), "null")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'MachineId': 17, 'Hours': 'en'}] | Hours er ikke en tid: en",
                "[{'MachineId': 17}] | Hours mangler",
                "[{'Hours': '01:00:00'}] | MachineId mangler",
                "7 | MachineHourRegistrations er ingen liste"
            })
    void machinesThatCannotBeRead(String machines, String why) {
        assertThat(machines(TestCompany.standard(), machines))
                .containsExactly(CostRow.unreadable("7", LocalDate.of(2026, 11, 3), why));
    }

    @Test
    void aRegistrationWithoutDate() {
        ObjectNode registration = registration("[]").putNull("Date");
        assertThat(new MachineRows(TestCompany.standard(), CATALOGUE).of(registration))
                .containsExactly(CostRow.unreadable("7", null, "Date mangler"));
    }

    @Test
    void oneConsumption() {
        assertThat(goods(TestCompany.standard(), "{}"))
                .isEqualTo(new CostRow(
                        "8001",
                        LocalDate.of(2026, 11, 3),
                        "5001",
                        "601",
                        "301",
                        new BigDecimal("12.5"),
                        new BigDecimal("95"),
                        null,
                        null));
        assertThat(goods(TestCompany.with("{'goodsConsumption': {'price': 'PRODUCT_COST'}}"), "{}")
                        .price())
                .isEqualTo(new BigDecimal("99.5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Production': true} | production",
                "{'MassTransport': true} | transport",
                "{'FlowId': 1} | flow-in",
                "{'FlowId': 2} | ",
                "{'BasAttested': false} | not-approved",
                "{'BasAttested': false, 'AdminAttested': true} | "
            })
    void whatIsNoConsumption(String changes, String skipped) {
        assertThat(goods(TestCompany.standard(), changes).skipped()).isEqualTo(skipped);
    }

    @ParameterizedTest
    @CsvSource({
        "ANY, true, false, true",
        "ANY, false, true, true",
        "FOREMAN, true, false, true",
        "FOREMAN, false, true, false",
        "PROJECT_ADMINISTRATOR, true, false, false",
        "ADMINISTRATOR, true, false, false",
        "ADMINISTRATOR, false, true, true"
    })
    void theLevelOfApprovalThatCounts(String by, boolean foreman, boolean administrator, boolean sent) {
        CostRow row = goods(
                TestCompany.with("{'approvedBy': '" + by + "'}"),
                "{'BasAttested': " + foreman + ", 'AdminAttested': " + administrator + "}");
        assertThat(row.skipped()).isEqualTo(sent ? null : "not-approved");
    }

    @ParameterizedTest
    @CsvSource({"pukk, ", "4, ", "Grus, category"})
    void onlyTheCategoriesThatTheOfficeWants(String wanted, String skipped) {
        Company company = TestCompany.with("{'goodsConsumption': {'goodsCategories': ['" + wanted + "']}}");
        assertThat(goods(company, "{}").skipped()).isEqualTo(skipped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Date': null} | Date mangler",
                "{'Date': 'i går'} | Date er ikke en dato: i går",
                "{'Amount': null} | Amount mangler",
                "{'Amount': 'mye'} | Amount er ikke et tall: \"mye\"",
                "{'ProjectId': null} | Id mangler",
                "{'GoodsId': null, 'Goods': null} | Id mangler"
            })
    void aConsumptionThatCannotBeRead(String changes, String why) {
        assertThat(goods(TestCompany.standard(), changes).unreadable()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "null"})
    void noPriceIsNoneAndNeverZero(String cost) {
        assertThat(goods(
                                TestCompany.standard(),
                                "{'Goods': {'Id': 301, 'InternalCost': " + cost + ", 'CategoryId': 4}}")
                        .price())
                .isNull();
    }

    private static List<CostRow> machines(Company company, String machines) {
        return new MachineRows(company, CATALOGUE).of(registration(machines));
    }

    private static ObjectNode registration(String machines) {
        return (ObjectNode) Json.tree(
                ("{'Id': 7, 'Date': '2026-11-03', 'ProjectId': 5001, 'SubProjectId': 0, 'MachineHourRegistrations': "
                                + machines + "}")
                        .replace('\'', '"'));
    }

    private static CostRow goods(Company company, String changes) {
        ObjectNode consumption = (ObjectNode) Json.tree("""
                {"Id": 8001, "Amount": 12.50, "Date": "2026-11-03T00:00:00", "ProjectId": 5001, "SubProject": {"Id": 601},
                 "GoodsId": 301, "Goods": {"Id": 301, "InternalCost": 95.0, "CategoryId": 4, "Category": {"Id": 4, "Name": "Pukk"}},
                 "Production": false, "MassTransport": false, "BasAttested": true, "AdminAttested": false, "FlowId": 2}""");
        consumption.setAll((ObjectNode) Json.tree(changes.replace('\'', '"')));
        return new GoodsRows(company, CATALOGUE, Set.of("1")).of(consumption);
    }

    private static CostRow row(String key, String machine, String minutes, String price) {
        return new CostRow(
                key,
                LocalDate.of(2026, 11, 3),
                "5001",
                null,
                machine,
                new BigDecimal(minutes),
                price == null ? null : new BigDecimal(price),
                null,
                null);
    }
}
