package dokbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCallTest {

    @ParameterizedTest
    @CsvSource({"123, 123", "a/b, a%2Fb", "../x, ..%2Fx", "'{{x}} ?#%', %7B%7Bx%7D%7D%20%3F%23%25", "Ås, %C3%85s"})
    void segmentCannotLeaveItsPlace(String value, String encoded) {
        assertThat(ApiCall.segment(value)).isEqualTo(encoded);
        assertThat(call("Projects/" + encoded).path()).isEqualTo("Projects/" + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void segmentThatIsNoneIsRefused(String value) {
        assertThatExceptionOfType(RecordFailure.class)
                .isThrownBy(() -> ApiCall.segment(value))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE));
        assertThatExceptionOfType(RecordFailure.class).isThrownBy(() -> ApiCall.segment(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/Projects",
                "Projects//1",
                "Projects/../Users",
                "..",
                "./x",
                "Projects?x=1",
                "Projects#x",
                "{{secret}}",
                "Projects/${x}",
                "a b",
                "Prosjekt/Å",
                "50%",
                "50%zz",
                "Projects/%2e%2E/Users",
                ".%2e"
            })
    void pathThatCouldLeadElsewhereIsRefused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> call(path));
    }

    @Test
    void queryWithoutValuesIsLeftOut() {
        Map<String, String> query = new HashMap<>();
        query.put("a", null);
        query.put("b", "1");

        assertThat(ApiCall.get(null, "Projects", query).query()).containsExactly(Map.entry("b", "1"));
        assertThat(ApiCall.get(null, "Projects", null).query()).isEmpty();
    }

    @Test
    void onlyPostIsNotRepeatable() {
        assertThat(call("x").repeatable()).isTrue();
        assertThat(new ApiCall(null, "POST", "x", Map.of(), null).repeatable()).isFalse();
        assertThat(new ApiCall(null, "DELETE", "x", Map.of(), null).repeatable())
                .isTrue();
    }

    private static ApiCall call(String path) {
        return ApiCall.get(null, path, Map.of());
    }
}
