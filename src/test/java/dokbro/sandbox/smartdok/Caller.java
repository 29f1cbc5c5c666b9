package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Calls the simulated SmartDok with a session of its own. */
final class Caller {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String session;

    Caller(SimulatedSmartDok smartdok) {
        this.url = smartdok.url();
        this.session = send(HttpRequest.newBuilder(uri("/Authorize/ApiToken"))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"Token\":\"" + smartdok.apiToken() + "\"}")))
                .text();
    }

    String session() {
        return session;
    }

    Answer get(String path) {
        return send(signed(path).GET());
    }

    Answer post(String path, String body) {
        return send(signed(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(
                signed(path).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer unsigned(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Every id of all pages of v2, in the order they came. */
    List<Integer> allIds(String query) {
        List<Integer> ids = new ArrayList<>();
        JsonNode page;
        do {
            page = get("/WorkHours/v2?count=100&offset=" + ids.size() + query).json();
            page.get("Items").forEach(item -> ids.add(item.get("Id").asInt()));
        } while (ids.size() < page.get("TotalCount").asInt()
                && !page.get("Items").isEmpty());
        return ids;
    }

    private HttpRequest.Builder signed(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + session);
    }

    private URI uri(String path) {
        return URI.create(url + path);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, String text, String location) {
        JsonNode json() {
            return Json.tree(text);
        }
    }
}
