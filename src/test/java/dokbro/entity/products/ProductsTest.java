package dokbro.entity.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.FirstMatch;
import dokbro.entity.FirstMatch.Candidate;
import dokbro.entity.Golden;
import dokbro.entity.TestCompany;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProductsTest {

    private static final ProductFacts EXCAVATOR = new ProductFacts("M20", "Gravemaskin 20t", null, null, null, true);

    private final Products machines = Products.ofMachines();
    private final Products goods = Products.ofGoods();

    static Stream<Path> machines() {
        return Golden.fixtures("machines");
    }

    static Stream<Path> goods() {
        return Golden.fixtures("goods");
    }

    @ParameterizedTest
    @MethodSource
    void machines(Path file) {
        Golden.check(machines, file);
    }

    @ParameterizedTest
    @MethodSource
    void goods(Path file) {
        Golden.check(goods, file);
    }

    @Test
    void touches() {
        for (Products entity : List.of(machines, goods)) {
            Golden.checkTouches(
                    entity,
                    TestCompany.standard(),
                    "Code",
                    "Name",
                    "UnitOfMeasureCode",
                    "Description",
                    "UnitCost",
                    "UnitPrice",
                    "IsArchived");
            assertThat(entity.changesAdopted())
                    .as("products not made by Dokbro are never changed")
                    .isFalse();
        }
    }

    @Test
    void productsAreMadeOnlyWhenTheOfficeWantsThem() {
        Company none = TestCompany.with("{'goods': {'create': false}}");
        assertThat(goods.leftAlone(EXCAVATOR, none)).isEqualTo("not-created");
        assertThat(machines.leftAlone(EXCAVATOR, none)).isNull();
        assertThat(machines.leftAlone(new ProductFacts("M20", "a", null, null, null, false), none))
                .isEqualTo("closed");
    }

    @Test
    void theFirstMatchNeedsCodeAndName() {
        Company company = TestCompany.with("{'machines': {'prefix': 'M-'}}");
        assertThat(machines.match(EXCAVATOR, company, List.of(product("1", "M-M20", "GRAVEMASKIN  20t"))))
                .isEqualTo(new FirstMatch.Same("1"));
        assertThat(machines.match(EXCAVATOR, company, List.of(product("1", "M-M20", "Hjullaster"))))
                .as("a differing name is a row for a person")
                .isEqualTo(new FirstMatch.OtherName("1", "Hjullaster"));
        assertThat(machines.match(EXCAVATOR, company, List.of(product("1", "M20", "Gravemaskin 20t"))))
                .as("the code must agree")
                .isEqualTo(new FirstMatch.None());
        assertThat(machines.match(
                        EXCAVATOR,
                        company,
                        List.of(product("1", "M-M20", "Gravemaskin 20t"), product("2", "M-M20", "Gravemaskin 20t"))))
                .isEqualTo(new FirstMatch.Several(List.of("1", "2")));
    }

    @ParameterizedTest
    @CsvSource({
        "stk, EA",
        "STK., EA",
        "meter, MTR",
        "kubikkmeter, MTQ",
        "kvadratmeter, MTK",
        "kilo, KGM",
        "tonn, TNE",
        "kilometer, KMT",
        "døgn, DAY",
        "timer, HUR",
        "pakke, XPK",
        "liter, LTR",
        "m³, MTQ",
        "lass, ",
        ", "
    })
    void units(String smartdok, String go) {
        assertThat(UnitOfMeasure.of(smartdok)).isEqualTo(go);
    }

    @ParameterizedTest
    @CsvSource({"Id, ''", "Name, ''", "InternalCost, mye", "IsActive, ja"})
    void whatCannotBeRead(String member, String value) {
        var machine = Json.mapper()
                .createObjectNode()
                .put("Id", 17)
                .put("Name", "Gravemaskin")
                .put("InternalNumber", "M20");
        assertThat(machines.parts(machine, TestCompany.standard(), Catalogue.EMPTY))
                .hasSize(1);
        machine.put(member, value);
        assertThatThrownBy(() -> machines.parts(machine, TestCompany.standard(), Catalogue.EMPTY))
                .isInstanceOfSatisfying(RecordFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
                    assertThat(failure.arguments().get(1)).startsWith(member + " ");
                });
    }

    private static Candidate product(String id, String code, String name) {
        return new Candidate(id, code, name, false);
    }
}
