package dokbro.sandbox.smartdok;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportMarksTest extends SmartDokTest {

    @Test
    void theExternalMarkIsSetAndClearedById() {
        List<Hours> two = office.registrations().subList(0, 2);
        String ids = "[" + two.get(0).id() + "," + two.get(1).id() + ",1]";
        Caller.Answer answer = caller.post("/WorkHours/SetExportedExternal?exportedExternalId=dokbro", ids);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        assertThat(marked("dokbro")).containsExactly(two.get(0).id(), two.get(1).id());
        caller.post(
                "/WorkHours/SetExportedExternal?exportedExternalId=dokbro&setAsExportedExternal=false",
                "[" + two.get(0).id() + "]");
        assertThat(marked("dokbro")).containsExactly(two.get(1).id());
    }

    @Test
    void aWholeBatchIsCleared() {
        List<Hours> two = office.registrations().subList(0, 2);
        caller.post(
                "/WorkHours/SetExportedExternal?exportedExternalId=a",
                "[" + two.get(0).id() + "]");
        caller.post(
                "/WorkHours/SetExportedExternal?exportedExternalId=b",
                "[" + two.get(1).id() + "]");
        assertThat(caller.post("/WorkHours/UnmarkExportedExternal?exportedExternalId=a", "")
                        .status())
                .isEqualTo(200);
        assertThat(marked("a")).isEmpty();
        assertThat(marked("b")).hasSize(1);
        assertThat(caller.post("/WorkHours/UnmarkExportedExternal", "").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[\"a\"]", "[1.5]", "[99999999999]", "[1"})
    void aBodyThatIsNoListOfIdsIsRefused(String body) {
        assertThat(caller.post("/WorkHours/SetExportedExternal", body).status()).isEqualTo(400);
    }

    @Test
    void markingNeedsItsClaim() {
        office.removeClaim("WorkHoursWrite");
        assertThat(caller.post("/WorkHours/SetExportedExternal", "[]").status()).isEqualTo(401);
    }

    private List<Integer> marked(String externalId) {
        return office.registrations().stream()
                .filter(h -> h.state().exportedExternal()
                        && externalId.equals(h.state().exportedExternalId()))
                .map(Hours::id)
                .toList();
    }
}
