package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Rules for the files of routes/. */
class RouteFilesTest {

    private static final int ONE_SCREEN = 80;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(9);
            return found;
        }
    }

    private record Named(Path file, JsonNode route) {
        String id() {
            return route.path("id").asText();
        }

        String entity() {
            return file.getFileName().toString().replace(".camel.yaml", "");
        }

        /** A run's own routes: a failure in them ends the run, and no record's error handling may meet it. */
        boolean isOfTheRun() {
            return List.of(entity(), entity() + "-plan").contains(id());
        }
    }

    private static List<Named> all(String kind) throws IOException {
        List<Named> all = new ArrayList<>();
        for (Path file : files()) {
            JsonNode steps = new ObjectMapper().valueToTree(new Yaml().load(Files.readString(file)));
            steps.forEach(step -> {
                if (step.has(kind)) {
                    all.add(new Named(file, step.get(kind)));
                }
            });
        }
        return all;
    }

    @Test
    void aFileFitsOneScreen() throws IOException {
        for (Path file : files()) {
            assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThan(ONE_SCREEN);
        }
    }

    @Test
    void everyRouteHasAnIdOfItsOwn() throws IOException {
        List<Named> routes = all("route");
        assertThat(routes).allMatch(route -> !route.id().isBlank());
        assertThat(routes.stream().map(Named::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyRouteSaysWhatHappensWhenItFails() throws IOException {
        for (Named route : all("route")) {
            boolean configured = route.route().has("routeConfigurationId");
            boolean callers = route.route().path("errorHandler").has("noErrorHandler");
            boolean timer = route.route().path("from").path("uri").asText().matches("(quartz|timer|scheduler):.*");
            assertThat(configured && callers)
                    .as("%s in %s", route.id(), route.file())
                    .isFalse();
            assertThat(configured || callers || timer || route.isOfTheRun())
                    .as("%s in %s", route.id(), route.file())
                    .isTrue();
        }
    }

    @Test
    void everyRouteConfigurationIsNamedAndExists() throws IOException {
        List<String> named = all("routeConfiguration").stream().map(Named::id).toList();
        assertThat(named).isNotEmpty().allMatch(id -> !id.isBlank());
        for (Named route : all("route")) {
            JsonNode used = route.route().path("routeConfigurationId");
            if (!used.isMissingNode()) {
                assertThat(named).as("%s", route.id()).contains(used.asText());
            }
        }
    }

    @Test
    void everyRecordRouteEndsInTheDeadLetterChannel() throws IOException {
        List<Named> records = all("route").stream()
                .filter(route -> route.id().endsWith("-record") || route.id().endsWith("-compare"))
                .toList();
        assertThat(records)
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(route ->
                        route.route().path("routeConfigurationId").asText().equals("records"));
    }

    @Test
    void everyTimerIsATemplateThatOnlyHandsOver() throws IOException {
        List<Named> timers = all("routeTemplate");
        assertThat(timers).hasSize(13);
        for (Named timer : timers) {
            assertThat(timer.id()).isEqualTo(timer.entity() + "-timer");
            JsonNode from = timer.route().path("from");
            assertThat(from.path("parameters").path("trigger.timeZone").asText())
                    .isEqualTo("Europe/Oslo");
            assertThat(from.path("steps")).hasSize(1);
            assertThat(from.path("steps").get(0).path("bean").path("method").asText())
                    .startsWith("fire('" + (timer.entity().equals("audit") ? "{{entity}}" : timer.entity()) + "'");
        }
    }
}
