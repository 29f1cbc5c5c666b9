package dokbro.entity.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.company.Company;
import dokbro.entity.TestCompany;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private final RegistersOfTests registers = new RegistersOfTests();

    @Test
    void employeesByNumberAndName() {
        registers
                .with(
                        "users",
                        "{'Id': 'u1', 'EmployeeNo': '101', 'Name': 'Ola Nordmann'}",
                        "{'Id': 'u2', 'EmployeeNo': '102', 'Name': 'Kari Berg'}",
                        "{'Id': 'u3', 'EmployeeNo': '103', 'Name': 'Per Ny'}",
                        "{'Id': 'u4', 'EmployeeNo': null, 'Name': 'Uten Nummer'}",
                        "{'Id': 'u5', 'EmployeeNo': '105', 'Name': 'Eier Eier'}",
                        "{'Id': 'u6', 'EmployeeNo': '106', 'Name': 'Slettet Bruker', 'IsDeleted': true}")
                .with(
                        "employees",
                        "{'Id': 1, 'Number': 101, 'FirstName': 'Ola Kristian', 'LastName': 'Nordmann', 'IsArchived': false}",
                        "{'Id': 2, 'Number': 102, 'FirstName': 'Kari', 'LastName': 'Dal', 'IsArchived': false}",
                        "{'Id': 5, 'Number': 105, 'FirstName': 'Annen', 'LastName': 'Person'}",
                        "{'Id': 6, 'Number': 106, 'FirstName': 'Slettet', 'LastName': 'Bruker'}");
        assertThat(rows("{'skipEmployees': ['105']}"))
                .containsExactly(
                        "employees u1 -> 1 [101 Ola Nordmann = 101 Ola Kristian Nordmann]",
                        "employees u2 other-name [ansatt, 102, Kari Berg, Kari Dal]");
    }

    @Test
    void endedAndArchivedEmployees() {
        registers
                .with(
                        "users",
                        "{'Id': 'before', 'EmployeeNo': '101', 'Name': 'Ola Nordmann', 'IsEnded': true}",
                        "{'Id': 'again', 'EmployeeNo': '101', 'Name': 'Ola Nordmann', 'IsEnded': false}",
                        "{'Id': 'ended', 'EmployeeNo': '102', 'Name': 'Kari Berg', 'IsEnded': true}",
                        "{'Id': 'reused', 'EmployeeNo': '102', 'Name': 'Nils Dal'}",
                        "{'Id': 'twin1', 'EmployeeNo': '103', 'Name': 'Per Ny'}",
                        "{'Id': 'twin2', 'EmployeeNo': '103', 'Name': 'Per Ny'}")
                .with(
                        "employees",
                        "{'Id': 1, 'Number': 101, 'FirstName': 'Ola', 'LastName': 'Nordmann', 'IsArchived': true}",
                        "{'Id': 9, 'Number': 101, 'FirstName': 'Ola', 'LastName': 'Nordmann', 'IsArchived': false}",
                        "{'Id': 2, 'Number': 102, 'FirstName': 'Kari', 'LastName': 'Berg', 'IsArchived': true}",
                        "{'Id': 3, 'Number': 103, 'FirstName': 'Per', 'LastName': 'Ny'}");
        assertThat(rows("{}"))
                .containsExactly(
                        "employees before -> 9 [101 Ola Nordmann = 101 Ola Nordmann]",
                        "employees again -> 9 [101 Ola Nordmann = 101 Ola Nordmann]",
                        "employees ended -> 2 [102 Kari Berg = 102 Kari Berg]",
                        "employees reused other-name [ansatt, 102, Nils Dal, Kari Berg]",
                        "employees twin1 several-candidates [ansatt, 103, SmartDok, twin1, twin2]",
                        "employees twin2 several-candidates [ansatt, 103, SmartDok, twin1, twin2]");
    }

    @Test
    void wageTypesByNameOrMapping() {
        registers
                .with(
                        "wages",
                        "{'Id': 1, 'Number': '100', 'Name': 'Timelønn'}",
                        "{'Id': 2, 'Number': '150', 'Name': 'OVERTID 50 %'}",
                        "{'Id': 3, 'Number': '', 'Name': 'Innleid'}",
                        "{'Id': 4, 'Number': '310', 'Name': 'Egenmelding'}",
                        "{'Id': 5, 'Number': '999', 'Name': 'Regular hours'}",
                        "{'Id': 6, 'Number': '160', 'Name': 'Helg'}")
                .with(
                        "hourTypes",
                        "{'Id': 0, 'Name': 'Regular hours'}",
                        "{'Id': 11, 'Description': 'Overtid 50 %', 'IsActive': true}",
                        "{'Id': 12, 'Name': 'Innleid'}",
                        "{'Id': 13, 'Name': 'Egenmelding', 'IsActive': false}",
                        "{'Id': 14, 'Name': 'Egenmelding', 'IsActive': true}",
                        "{'Id': 15, 'Name': 'Helg'}",
                        "{'Id': 16, 'Name': 'helg'}");
        assertThat(rows("{'mappings': {'wageTypes': {'Timelønn': 'Regular hours', 'Innleid': 'skip'}}}"))
                .as("regular hours only through a mapping, never because the names are equal")
                .containsExactly(
                        "wage-types 1 -> 0 [100 Timelønn = null Regular hours] chosen",
                        "wage-types 2 -> 11 [150 OVERTID 50 % = null Overtid 50 %]",
                        "wage-types 4 -> 14 [310 Egenmelding = null Egenmelding]",
                        "wage-types 6 several-candidates [timeart, Helg, Go, 15, 16]");
    }

    @Test
    void additionsPerDiemsAndDepartmentsByCode() {
        registers
                .with(
                        "additions",
                        "{'Id': 31, 'Number': '210', 'Name': 'Bas'}",
                        "{'Id': 32, 'Number': '220', 'Name': 'Overtid'}",
                        "{'Id': 33, 'Number': '', 'Name': 'HMS'}",
                        "{'Id': 34, 'Number': '0220', 'Name': 'Annet'}",
                        "{'Id': 35, 'Number': '230', 'Name': 'Aldri'}",
                        "{'Id': 36, 'Number': '240', 'Name': 'To'}")
                .with("allowances", "{'Id': 41, 'Number': 'D1', 'Name': 'Diett dag'}")
                .with("departments", "{'Id': 51, 'Number': '10', 'Name': 'Anlegg'}")
                .with(
                        "payItems",
                        "{'Id': 'p1', 'Code': '2100', 'Name': 'Bastillegg', 'IsActive': true}",
                        "{'Id': 'p2', 'Code': '220', 'Name': 'Overtid 50', 'IsActive': true}",
                        "{'Id': 'p3', 'Code': '230', 'Name': 'Aldri', 'IsActive': true}",
                        "{'Id': 'p4', 'Code': '240', 'Name': 'En', 'IsActive': true}",
                        "{'Id': 'p5', 'Code': '240', 'Name': 'To', 'IsActive': true}",
                        "{'Id': 'p6', 'Code': '700', 'Name': 'Diett', 'IsActive': true}")
                .with("goDepartments", "{'Id': 61, 'Code': '10', 'Name': 'Anleggsavdelingen'}");
        assertThat(rows("{'mappings': {'additions': {'210': '2100', '230': 'skip'}, 'perDiems': {'D1': '700'}}}"))
                .containsExactly(
                        "addition-types 31 -> p1 [210 Bas = 2100 Bastillegg] chosen",
                        "addition-types 32 -> p2 [220 Overtid = 220 Overtid 50]",
                        "addition-types 36 several-candidates [lønnsart, 240, Go, p4, p5]",
                        "per-diem-types 41 -> p6 [D1 Diett dag = 700 Diett] chosen",
                        "departments 51 -> 61 [10 Anlegg = 10 Anleggsavdelingen]");
    }

    @Test
    void customersByNumberAndName() {
        registers
                .with(
                        "customers",
                        "{'Id': 71, 'CustomerNumber': '10001', 'CustomerName': 'Byggmester Å. Lie AS'}",
                        "{'Id': 72, 'CustomerNumber': '10002', 'CustomerName': 'Kari Berg'}",
                        "{'Id': 73, 'CustomerNumber': '10003', 'CustomerName': 'Kommunen'}",
                        "{'Id': 74, 'CustomerNumber': '', 'CustomerName': 'Kommunen'}")
                .with(
                        "goCustomers",
                        "{'Id': 81, 'Number': 10001, 'Name': 'BYGGMESTER AA. LIE AS'}",
                        "{'Id': 82, 'Number': 10002, 'FirstName': 'Kari', 'LastName': 'Berg', 'IsPerson': true}",
                        "{'Id': 83, 'Number': 10003, 'Name': 'Fylket'}",
                        "{'Id': 84, 'Number': 10004, 'Name': 'Kommunen'}");
        assertThat(rows("{}"))
                .containsExactly(
                        "customers 71 -> 81 [10001 Byggmester Å. Lie AS = 10001 BYGGMESTER AA. LIE AS]",
                        "customers 72 -> 82 [10002 Kari Berg = 10002 Kari Berg]",
                        "customers 73 other-name [kunde, 10003, Kommunen, Fylket]");
    }

    @Test
    void whatSettingsName() {
        registers
                .with(
                        "projects",
                        "{'Id': 91, 'Code': '1000', 'Name': 'Standard'}",
                        "{'Id': 92, 'Code': '9999.1', 'Name': 'Fravær'}")
                .with(
                        "activities",
                        "{'Id': 401, 'Code': '11', 'Name': 'Graving'}",
                        "{'Id': 402, 'Name': 'Egenmelding'}",
                        "{'Id': 403, 'Code': '50', 'Name': 'Timer'}",
                        "{'Id': 404, 'Code': '51', 'Name': '11'}")
                .with("hourTypes", "{'Id': 0, 'Name': 'Regular hours'}", "{'Id': 17, 'Name': 'Timebank inn'}");
        assertThat(rows("""
                        {'defaultProject': '1000', 'timeAccountHourType': 'Timebank inn',
                         'workHours': {'absenceProject': '9999.1', 'defaultActivity': 'timer'},
                         'mappings': {'activities': {'01.1': '11', '04': 'skip', '05': 'Finnes ikke'},
                                      'absence': {'Egenmelding': 'Egenmelding', 'Syk': 'Egenmelding'}}}
                        """))
                .containsExactlyInAnyOrder(
                        "chosen-projects 1000 -> 91 [null null = 1000 Standard] chosen",
                        "chosen-projects 9999.1 -> 92 [null null = 9999.1 Fravær] chosen",
                        "chosen-activities 11 -> 401 [null null = 11 Graving] chosen",
                        "chosen-activities Egenmelding -> 402 [null null = null Egenmelding] chosen",
                        "chosen-activities timer -> 403 [null null = 50 Timer] chosen",
                        "chosen-hour-types Timebank inn -> 17 [null null = null Timebank inn] chosen");
    }

    @Test
    void emptyRegistersGiveNoRows() {
        assertThat(rows("{'defaultProject': '1000', 'timeAccountHourType': 'Timebank inn'}"))
                .isEmpty();
    }

    private List<String> rows(String settings) {
        Company company = TestCompany.with(settings);
        return ReferenceData.rows(registers.smartdok(), registers.go(), company).stream()
                .map(ReferenceDataTest::shown)
                .toList();
    }

    private static String shown(ReferenceRow row) {
        String pair = row.kind() + " " + row.sourceId() + " ";
        if (row.problem() != null) {
            assertThat(row.targetId()).isNull();
            assertThat(row.facts()).isNull();
            return pair + row.problem().reason().code() + " " + row.problem().arguments();
        }
        ReferenceFacts facts = row.facts();
        return pair + "-> " + row.targetId() + " [" + facts.sourceNumber() + " " + facts.sourceName() + " = "
                + facts.targetNumber() + " " + facts.targetName() + "]" + (row.chosen() ? " chosen" : "");
    }
}
