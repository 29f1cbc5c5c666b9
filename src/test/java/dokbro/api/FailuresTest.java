package dokbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.company.Company;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    private static final Company COMPANY = TestCompany.at("a", "http://smartdok", "http://go", "http://go/token");

    private final Failures failures = new Failures();

    @ParameterizedTest
    @CsvSource({
        "SMARTDOK,    302, BAD_ANSWER,      IN_DOUBT",
        "SMARTDOK,    400, REFUSED,         REFUSED",
        "SMARTDOK,    401, BAD_CREDENTIALS, BAD_CREDENTIALS",
        "SMARTDOK,    403, MISSING_RIGHT,   MISSING_RIGHT",
        "SMARTDOK,    404, REFUSED,         REFUSED",
        "SMARTDOK,    408, UNAVAILABLE,     IN_DOUBT",
        "SMARTDOK,    409, REFUSED,         REFUSED",
        "SMARTDOK,    429, RATE_LIMITED,    RATE_LIMITED",
        "SMARTDOK,    500, UNAVAILABLE,     IN_DOUBT",
        "POWEROFFICE, 401, BAD_CREDENTIALS, BAD_CREDENTIALS",
        "POWEROFFICE, 409, LOCKED_IN_GO,    LOCKED_IN_GO",
        "POWEROFFICE, 422, REFUSED,         REFUSED",
        "POWEROFFICE, 503, UNAVAILABLE,     IN_DOUBT",
    })
    void statusDecides(Api api, int status, Reason forPatch, Reason forPost) {
        assertThat(of(answered(status, "x"), call(api, "PATCH")).reason()).isEqualTo(forPatch);
        assertThat(of(answered(status, "x"), call(api, "POST")).reason()).isEqualTo(forPost);
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void connectionDecides(Throwable thrown, Reason forGet, Reason forPost) {
        assertThat(of(thrown, call(Api.POWEROFFICE, "GET")).reason()).isEqualTo(forGet);
        assertThat(of(thrown, call(Api.POWEROFFICE, "POST")).reason()).isEqualTo(forPost);
        assertThat(failures.isInDoubt(thrown, call(Api.POWEROFFICE, "POST"))).isEqualTo(forPost == Reason.IN_DOUBT);
    }

    static Stream<Arguments> brokenConnections() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), Reason.UNAVAILABLE, Reason.UNAVAILABLE),
                Arguments.of(new ConnectTimeoutException("slow"), Reason.UNAVAILABLE, Reason.UNAVAILABLE),
                Arguments.of(new ConnectionRequestTimeoutException("pool"), Reason.UNAVAILABLE, Reason.UNAVAILABLE),
                Arguments.of(new UnknownHostException("x"), Reason.UNREACHABLE, Reason.UNREACHABLE),
                Arguments.of(new SSLHandshakeException("PKIX"), Reason.UNREACHABLE, Reason.UNREACHABLE),
                Arguments.of(new SSLPeerUnverifiedException("name"), Reason.UNREACHABLE, Reason.UNREACHABLE),
                Arguments.of(
                        new SSLHandshakeException("broke off").initCause(new EOFException()),
                        Reason.UNAVAILABLE,
                        Reason.UNAVAILABLE),
                Arguments.of(new SSLException("Connection reset"), Reason.UNAVAILABLE, Reason.IN_DOUBT),
                Arguments.of(new SocketTimeoutException("read"), Reason.UNAVAILABLE, Reason.IN_DOUBT),
                Arguments.of(new SocketException("reset"), Reason.UNAVAILABLE, Reason.IN_DOUBT),
                Arguments.of(new NoHttpResponseException("gone"), Reason.UNAVAILABLE, Reason.IN_DOUBT),
                Arguments.of(new ConnectionClosedException("early"), Reason.UNAVAILABLE, Reason.IN_DOUBT),
                Arguments.of(new IOException("whatever"), Reason.UNAVAILABLE, Reason.IN_DOUBT),
                Arguments.of(new AnswerWatch.AnswerTooLarge(9), Reason.BAD_ANSWER, Reason.IN_DOUBT),
                Arguments.of(new InterruptedException(), Reason.UNAVAILABLE, Reason.UNAVAILABLE),
                Arguments.of(new RejectedExecutionException(), Reason.UNAVAILABLE, Reason.UNAVAILABLE),
                Arguments.of(new NullPointerException("bug"), Reason.BUG, Reason.BUG),
                Arguments.of(
                        new RuntimeException(new SocketTimeoutException("wrapped")),
                        Reason.UNAVAILABLE,
                        Reason.IN_DOUBT));
    }

    @Test
    void missingClaimsOfSmartDokAreAMissingRight() {
        RecordFailure failure = of(answered(401, "\"Missing claims: GoodsRead\""), call(Api.SMARTDOK, "GET"));

        assertThat(failure.reason()).isEqualTo(Reason.MISSING_RIGHT);
        assertThat(failure.arguments()).containsExactly("SmartDok", "401", "\"Missing claims: GoodsRead\"");
    }

    @Test
    void lockNamesWhatGoSaysInAtMost500Characters() {
        String detail = "Voucher is already posted. " + "x".repeat(600);
        RecordFailure failure = of(
                answered(409, "{\"title\":\"Object conflict\",\"status\":409,\"detail\":\"" + detail + "\"}"),
                call(Api.POWEROFFICE, "DELETE"));

        assertThat(failure.arguments()).hasSize(1);
        assertThat(failure.arguments().get(0))
                .startsWith("Voucher is already posted. xxx")
                .hasSize(500)
                .endsWith("…");
    }

    @Test
    void emptyBodyLeavesTheStatusText() {
        assertThat(of(answered(403, ""), call(Api.POWEROFFICE, "GET")).arguments())
                .containsExactly("PowerOffice Go", "403", "Status text");
    }

    @Test
    void whatIsKnownAlreadyStaysAndWhatHappensOutsideACallIsABug() {
        RecordFailure known = new RecordFailure(Reason.NO_HOUR_TYPE, "Ordinær");

        assertThat(failures.of(new IllegalStateException(known), null)).isSameAs(known);
        assertThat(failures.of(new IOException("disk"), null).arguments()).containsExactly("IOException: disk");
    }

    @Test
    void statusAndBodyForTheDeadLetter() {
        Exception thrown = new RuntimeException(answered(422, "y".repeat(5_000)));
        ApiCall call = call(Api.POWEROFFICE, "GET");

        assertThat(failures.status(thrown)).isEqualTo(422);
        assertThat(failures.responseBody(thrown, call)).hasSize(4_000);
        assertThat(failures.status(new IOException())).isNull();
        assertThat(failures.responseBody(new IOException(), call)).isNull();
        assertThat(failures.responseBody(answered(500, ""), call)).isNull();
        assertThat(failures.responseBody(thrown, null)).isNull();
        assertThat(failures.responseBody(answered(400, "Token " + TestCompany.API_TOKEN), call))
                .isEqualTo("Token ***");
        assertThat(failures.of(answered(400, "Token " + TestCompany.API_TOKEN), call)
                        .arguments())
                .containsExactly("PowerOffice Go", "400", "Token ***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "404 | null | true",
                "404 | {\"title\":\"Object(s) not found\",\"status\":404} | true",
                "404 | {\"statusCode\":404,\"message\":\"Resource not found\"} | false",
                "404 | <html>Not found</html> | false",
                "400 | null | false",
                "410 | null | false",
            })
    void absentOnlyByTheApisOwnWord(int status, String body, boolean absent) {
        assertThat(failures.absent(new RuntimeException(answered(status, body))))
                .isEqualTo(absent);
        assertThat(failures.absent(new IOException())).isFalse();
    }

    private RecordFailure of(Throwable thrown, ApiCall call) {
        return failures.of(thrown, call);
    }

    private static ApiCall call(Api api, String method) {
        return new ApiCall(COMPANY, method, "Projects", Map.of(), null).to(api);
    }

    private static HttpOperationFailedException answered(int status, String body) {
        return new HttpOperationFailedException("http://x", status, "Status text", null, Map.of(), body);
    }
}
