package dokbro.smartdok;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dokbro.Json;
import dokbro.api.ApiScene;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SmartDokClientTest extends ApiScene {

    @Autowired
    private SmartDokClient client;

    @Test
    void listIsAnArrayOrAPageThatHoldsAll() {
        SMARTDOK.stubFor(get("/Wages?all=true").willReturn(okJson("[{\"Id\":1},{\"Id\":2}]")));
        SMARTDOK.stubFor(get("/Machines?all=true")
                .willReturn(okJson("{\"Count\":2,\"Offset\":0,\"TotalCount\":2,\"Items\":[{\"Id\":3},{\"Id\":4}]}")));

        assertThat(client.list(company, "Wages", Map.of("all", "true")))
                .extracting(one -> one.get("Id").asInt())
                .containsExactly(1, 2);
        assertThat(client.list(company, "Machines", Map.of("all", "true")))
                .extracting(one -> one.get("Id").asInt())
                .containsExactly(3, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Count\":1,\"Offset\":0,\"TotalCount\":2,\"Items\":[{}]} | READ_ENDED_EARLY",
                "{\"Count\":2,\"Offset\":0,\"TotalCount\":2,\"Items\":[{}]} | READ_ENDED_EARLY",
                "{\"Count\":2,\"Offset\":0,\"TotalCount\":1,\"Items\":[{}]} | READ_ENDED_EARLY",
                "{\"Count\":1,\"Offset\":0,\"Items\":[{}]}                  | BAD_ANSWER",
                "{\"Count\":1,\"Offset\":0,\"TotalCount\":1}                | BAD_ANSWER",
                "\"text\"                                                   | BAD_ANSWER",
                "null                                                       | BAD_ANSWER",
            })
    void listThatIsNotWholeIsNotUsed(String body, Reason reason) {
        SMARTDOK.stubFor(get("/Machines").willReturn(okJson(body)));

        assertThat(failing(() -> client.list(company, "Machines", Map.of())).reason())
                .isEqualTo(reason);
    }

    @Test
    void emptyAnswerIsNoEmptyList() {
        SMARTDOK.stubFor(get("/Machines").willReturn(ok()));

        assertThat(failing(() -> client.list(company, "Machines", Map.of())).arguments())
                .containsExactly("SmartDok", "Machines gave nothing (200)");
    }

    @Test
    void pageByPage() {
        SMARTDOK.stubFor(get("/WorkHours/v2?approved=true&offset=100&count=100")
                .willReturn(okJson("{\"Count\":1,\"Offset\":100,\"TotalCount\":101,\"Items\":[{\"Id\":1}]}")));

        assertThat(client.page(company, "WorkHours/v2", Map.of("approved", "true"), 100, 100))
                .isEqualTo(new SmartDokClient.Page(java.util.List.of(Json.tree("{\"Id\":1}")), 101));
    }

    @Test
    void anotherPageThanAskedForIsNotUsed() {
        SMARTDOK.stubFor(get("/WorkHours/v2?offset=100&count=100")
                .willReturn(okJson("{\"Count\":1,\"Offset\":0,\"TotalCount\":101,\"Items\":[{\"Id\":1}]}")));
        SMARTDOK.stubFor(get("/WorkHours/v2?offset=0&count=100").willReturn(okJson("[{\"Id\":1}]")));

        assertThat(failing(() -> client.page(company, "WorkHours/v2", Map.of(), 100, 100))
                        .reason())
                .isEqualTo(Reason.BAD_ANSWER);
        assertThat(failing(() -> client.page(company, "WorkHours/v2", Map.of(), 0, 100))
                        .reason())
                .isEqualTo(Reason.BAD_ANSWER);
    }

    @Test
    void findsOrSaysThatThereIsNone() {
        SMARTDOK.stubFor(get("/WorkHours/7").willReturn(okJson("{\"WorkHourID\": 7}")));
        SMARTDOK.stubFor(get("/WorkHours/8").willReturn(status(404)));
        SMARTDOK.stubFor(get("/WorkHours/9").willReturn(status(404).withBody("<html>Not found</html>")));

        assertThat(client.find(company, "WorkHours/7")).contains(Json.tree("{\"WorkHourID\": 7}"));
        assertThat(client.find(company, "WorkHours/8")).isEmpty();
        assertThat(failing(() -> client.find(company, "WorkHours/9")).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void missingClaimIsAskedForTwiceAndNamed() {
        SMARTDOK.stubFor(
                get("/Goods").willReturn(status(401).withBody("{\"Message\": \"Missing claims: GoodsRead\"}")));

        RecordFailure failure = failing(() -> client.list(company, "Goods", Map.of()));

        assertThat(failure.reason()).isEqualTo(Reason.MISSING_RIGHT);
        assertThat(failure.arguments()).containsExactly("SmartDok", "401", "Missing claims: GoodsRead");
        assertThat(calls(SMARTDOK)).hasSize(2);
        assertThat(signIns(SMARTDOK)).hasSize(2);
    }

    private static RecordFailure failing(ThrowingCallable call) {
        RecordFailure failure = catchThrowableOfType(RecordFailure.class, call);
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }
}
