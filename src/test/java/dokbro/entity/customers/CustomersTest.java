package dokbro.entity.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.Json;
import dokbro.entity.Catalogue;
import dokbro.entity.Golden;
import dokbro.entity.TestCompany;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomersTest {

    private final Customers entity = new Customers();

    static Stream<Path> fixtures() {
        return Golden.fixtures("customers");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fixture(Path file) {
        Golden.check(entity, file);
    }

    @Test
    void madeOnceAndNeverChanged() {
        Golden.checkTouches(entity, TestCompany.standard());
        assertThat(entity.changesAdopted()).isFalse();
    }

    @Test
    void madeOnlyWhenTheOfficeWantsThem() {
        CustomerFacts facts = new CustomerFacts("10001", "Hansen AS", null, null, null, true);
        assertThat(entity.leftAlone(facts, TestCompany.standard())).isEqualTo("not-created");
        var wanted = TestCompany.with("{'invoiceBasis': {'createCustomers': true}}");
        assertThat(entity.leftAlone(facts, wanted)).isNull();
        assertThat(entity.leftAlone(new CustomerFacts("10001", "Hansen AS", null, null, null, false), wanted))
                .isEqualTo("closed");
    }

    @Test
    void aCustomerWithoutNameCannotBeRead() {
        assertThatThrownBy(() -> entity.parts(Json.tree("{\"Id\": 71}"), TestCompany.standard(), Catalogue.EMPTY))
                .isInstanceOfSatisfying(
                        RecordFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE));
    }
}
