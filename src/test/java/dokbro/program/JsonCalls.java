package dokbro.program;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** JSON over HTTP, every call bounded. */
public final class JsonCalls {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int FIRST_ERROR = 400;
    private static final int NOT_READY = 503;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String url;
    private final String authorization;

    /** @param authorization the header's value, null for none */
    public JsonCalls(String url, String authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    /** @throws ProgramFailed for a status of 400 and more, and where nothing answers */
    public JsonNode get(String path) {
        try {
            return answer(send(request(path).GET().build()));
        } catch (IOException e) {
            throw new ProgramFailed("GET " + url + path, e);
        }
    }

    /** @throws ProgramFailed as for {@link #get} */
    public JsonNode post(String path, Object body) {
        try {
            return Json.mapper().readTree(postForText(path, body));
        } catch (IOException e) {
            throw new ProgramFailed("POST " + url + path, e);
        }
    }

    /** As {@link #post}, for an answer that need not be JSON. */
    public String postForText(String path, Object body) {
        try {
            return text(send(post(path)
                    .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                    .build()));
        } catch (IOException e) {
            throw new ProgramFailed("POST " + url + path, e);
        }
    }

    /** As {@link #post}; empty for a status of 400 and more, and where nothing answers. */
    public Optional<JsonNode> tryPost(String path, Object body) {
        try {
            HttpResponse<byte[]> response = send(post(path)
                    .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                    .build());
            return response.statusCode() < FIRST_ERROR ? Optional.of(answer(response)) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private HttpRequest.Builder post(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    /** As {@link #get}; empty while nothing listens there, or what does is not ready (503). */
    public Optional<JsonNode> tryGet(String path) {
        try {
            HttpResponse<byte[]> response = send(request(path).GET().build());
            return response.statusCode() == NOT_READY ? Optional.empty() : Optional.of(answer(response));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    private static JsonNode answer(HttpResponse<byte[]> response) throws IOException {
        return Json.mapper().readTree(checked(response));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(checked(response), StandardCharsets.UTF_8);
    }

    private static byte[] checked(HttpResponse<byte[]> response) {
        if (response.statusCode() < FIRST_ERROR) {
            return response.body();
        }
        throw new ProgramFailed(
                response.request().method() + " " + response.uri() + " was answered " + response.statusCode() + " "
                        + new String(response.body(), StandardCharsets.UTF_8),
                null);
    }
}
