package dokbro.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How one request ends.
 *
 * @param response null: the connection ends without an answer
 * @param after how long from now
 * @param truncated only half of the body is sent
 */
record Answer(Response response, Duration after, boolean truncated) {

    static Answer of(Response response) {
        return new Answer(response, Duration.ZERO, false);
    }

    static Answer nothing(Duration after) {
        return new Answer(null, after, false);
    }

    int status() {
        return response == null ? 0 : response.status();
    }

    void send(HttpExchange exchange) throws IOException {
        // closing an exchange whose answer has not begun closes the connection
        try (exchange) {
            if (response == null) {
                return;
            }
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            if (response.contentType() != null) {
                exchange.getResponseHeaders().set("Content-Type", response.contentType());
            }
            response.headers().forEach(exchange.getResponseHeaders()::set);
            int announced = truncated ? body.length + 2 : body.length;
            exchange.sendResponseHeaders(response.status(), announced == 0 ? -1 : announced);
            if (announced > 0) {
                write(exchange.getResponseBody(), body);
            }
        }
    }

    private void write(OutputStream out, byte[] body) throws IOException {
        out.write(body, 0, truncated ? body.length / 2 : body.length);
        out.flush();
    }
}
