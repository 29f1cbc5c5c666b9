package dokbro.api;

import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The route configuration {@code records}: what becomes of a record that cannot go. */
@ExtendWith(OutputCaptureExtension.class)
class RecordsRouteTest extends RecordScene {

    @Test
    void whatGoesWellGoesOnce() {
        Exchange done = send(create());

        assertThat(done.getException()).isNull();
        assertThat(records.confirmed).containsExactly(new ApiAnswer(200, Records.json("{\"Id\":7}"), null));
        assertThat(records.headers).containsExactly(Map.of());
        assertThat(records.dead).isEmpty();
        assertThat(calls(GO)).hasSize(1);
    }

    @Test
    void failureOfAnotherStepIsNotRepeatedThoughACallWentBefore() {
        records.confirmFailure = new RecordFailure(Reason.UNAVAILABLE, "x", "y");

        send(create());

        assertThat(records.confirmed).hasSize(1);
        assertThat(records.dead).hasSize(1);
        assertThat(records.dead.get(0).call()).isNull();
    }

    @Test
    void deadLetterHoldsTheRecordAsItCameAndNoKeys() {
        answers(status(503));
        ApiCall patch = new ApiCall(company, "PATCH", "Projects/7", Map.of(), Records.json("[]"));

        Exchange done = send(patch);

        assertThat(done.getException()).isNull();
        assertThat(records.dead).hasSize(1);
        Records.Dead dead = records.dead.get(0);
        assertThat(dead.body()).isEqualTo("record as it came");
        assertThat(dead.run()).isEqualTo("17");
        assertThat(dead.call()).isEqualTo(patch.to(Api.POWEROFFICE));
        assertThat(dead.failure()).isNotNull();
        assertThat(dead.headers()).isEqualTo(Map.of("X-Record", "kept"));
        assertThat(done.getProperties()).doesNotContainKey(Wire.TOKEN);
    }

    @Test
    void logHoldsNoKeys(CapturedOutput log) {
        answers(status(503));
        send(create());
        answers(status(401));
        send(create());

        assertThat(records.dead).hasSize(2);
        assertThat(log.getAll()).doesNotContain("-secret", "go-token", "subscription-" + company.key());
    }

    @Test
    void deadLetterThatCannotBeStoredFailsTheExchange() {
        answers(status(400));
        records.storeFailure = new IllegalStateException("database down");

        Exchange done = send(create());

        assertThat(done.getException()).hasMessage("database down");
        assertThat(records.dead).hasSize(1);
    }
}
