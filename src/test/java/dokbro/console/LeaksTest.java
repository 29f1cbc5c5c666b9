package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.http.Fault;
import dokbro.sandbox.http.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nothing of one system reaches the other, and no key or token reaches a log, the database or REST. */
class LeaksTest extends OverHttp {

    private static final Set<String> READ = Set.of("accept", "authorization", "user-agent", "host", "connection");
    private static final Set<String> BODY = Set.of("content-type", "content-length");
    private static final String GO_KEY = "ocp-apim-subscription-key";
    private static final String SMARTDOK_TOKEN = "sandbox-smartdok-token";
    private static final List<String> GO_KEYS =
            List.of("sandbox-application-key", "sandbox-client-key", "sandbox-subscription-key");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void everythingIsLogged() {
        go.server().clear();
        smartdok.clear();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
    }

    @AfterEach
    void asBefore() {
        root.setLevel(Level.INFO);
        root.detachAppender(log);
    }

    /** A day with every kind of call to both systems, refusals and faults too. */
    private void everyKindOfCall() {
        var office = smartdok.backDoor();
        LocalDate day = LocalDate.now(dokbro.Dokbro.OSLO).minusDays(3);
        int patched = office.add(office.draft("101", day, "1000", "01", "100"));
        int deleted = office.add(office.draft("102", day, "1000", "01", "100"));
        int replaced = office.add(office.draft("103", day, "1000", "01", "100"));
        List.of(patched, deleted, replaced).forEach(office::approve);
        go.revokeTokens();
        office.expireSessions();
        long project = go.addProject("8800", "Lekkasjetest", null);
        whole();
        office.edit(patched, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(12, 0), 0));
        office.edit(replaced, draft -> draft.activity(office.id("activities", "02")));
        office.withdraw(deleted);
        go.renameProject(project, "Lekkasjetest 2");
        go.faults().next(1, "POST", "/v2/TimeTracking", Fault.TOO_MANY);
        go.faults().next(1, "PATCH", "/v2/TimeTracking", Fault.SERVER_ERROR);
        whole();
    }

    private void whole() {
        long before = total();
        post(DEMO + "/runs", "{}").is(202);
        await().atMost(Duration.ofMinutes(2)).until(() -> total() == before + 1);
        nothingRuns();
    }

    private long total() {
        return get(DEMO + "/runs?entity=work-hours").is(200).body().get("total").asLong();
    }

    private static Set<String> names(Received call) {
        Set<String> names = new TreeSet<>();
        call.headers().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private static Set<String> both(Collection<String> one, Collection<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static List<String> kinds(List<Received> calls) {
        return calls.stream().map(Received::method).distinct().sorted().toList();
    }

    private static String value(Received call, String header) {
        return call.headers().entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(header))
                .map(one -> one.getValue().get(0))
                .findFirst()
                .orElse("");
    }

    /** All that a system could have seen. */
    private static String seen(Received call) {
        return call.method() + " " + call.path() + "?" + call.query() + "\n" + call.headers() + "\n" + call.body();
    }

    @Test
    void nothingCrossesAndNothingIsLeftBehind() {
        everyKindOfCall();
        List<Received> toGo = go.server().received();
        List<Received> toSmartDok = smartdok.received();
        assertThat(kinds(toGo)).containsExactly("DELETE", "GET", "PATCH", "POST");
        assertThat(kinds(toSmartDok)).contains("GET", "POST", "PUT");

        for (Received call : toGo) {
            boolean hasBody = !call.body().isEmpty();
            assertThat(names(call))
                    .as("%s %s", call.method(), call.path())
                    .isEqualTo(both(READ, hasBody ? both(BODY, Set.of(GO_KEY)) : Set.of(GO_KEY)));
            assertThat(value(call, "authorization"))
                    .startsWith(call.path().toLowerCase(Locale.ROOT).contains("oauth") ? "Basic " : "Bearer ");
        }
        for (Received call : toSmartDok) {
            boolean signIn = call.path().toLowerCase(Locale.ROOT).startsWith("/authorize");
            Set<String> expected = both(READ, call.body().isEmpty() ? Set.of() : BODY);
            if (signIn) {
                expected.remove("authorization");
            }
            assertThat(names(call)).as("%s %s", call.method(), call.path()).isEqualTo(expected);
        }

        Set<String> goSecrets = new HashSet<>(GO_KEYS);
        goSecrets.add(Base64.getEncoder()
                .encodeToString("sandbox-application-key:sandbox-client-key".getBytes(StandardCharsets.UTF_8)));
        goSecrets.addAll(tokens(toGo));
        Set<String> smartdokSecrets = new HashSet<>(Set.of(SMARTDOK_TOKEN));
        smartdokSecrets.addAll(tokens(toSmartDok));
        assertThat(goSecrets).as("a token was renewed").hasSizeGreaterThanOrEqualTo(5);
        assertThat(smartdokSecrets).hasSizeGreaterThanOrEqualTo(2);

        toSmartDok.forEach(call -> assertThat(goSecrets).noneMatch(seen(call)::contains));
        toGo.forEach(call -> assertThat(smartdokSecrets).noneMatch(seen(call)::contains));
        Set<String> secrets = both(goSecrets, smartdokSecrets);
        assertThat(secrets).as("logs").noneMatch(logged()::contains);
        assertThat(secrets).as("database").noneMatch(database()::contains);
        assertThat(secrets).as("REST").noneMatch(rest()::contains);
    }

    private static Set<String> tokens(List<Received> calls) {
        Set<String> tokens = new HashSet<>();
        calls.stream()
                .map(call -> value(call, "authorization"))
                .filter(header -> header.startsWith("Bearer "))
                .forEach(header -> tokens.add(header.substring("Bearer ".length())));
        return tokens;
    }

    private String logged() {
        List<ILoggingEvent> events = new ArrayList<>(log.list);
        assertThat(events).anyMatch(event -> event.getLevel() == Level.DEBUG);
        StringBuilder text = new StringBuilder();
        events.forEach(event -> {
            text.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        });
        return text.toString();
    }

    /** Every column of every table. */
    private String database() {
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC'", String.class);
        assertThat(tables).hasSizeGreaterThan(8);
        StringBuilder text = new StringBuilder();
        tables.forEach(table -> jdbc.queryForList("select * from \"" + table + "\"")
                .forEach(row -> text.append(row.values()).append('\n')));
        return text.toString();
    }

    private String rest() {
        StringBuilder text = new StringBuilder();
        for (String path :
                List.of("/api/v1/companies", DEMO + "/entities", "/api/v1/audit-log", DEMO + "/links?size=200")) {
            text.append(get(path).is(200).text());
        }
        for (JsonNode letter : get(DEMO + "/dead-letters?size=200").items()) {
            text.append(get(DEMO + "/dead-letters/" + letter.get("id").asLong())
                    .is(200)
                    .text());
        }
        for (JsonNode run : get(DEMO + "/runs?size=50").items()) {
            String path = DEMO + "/runs/" + run.get("id").asLong();
            text.append(get(path).text()).append(get(path + "/plan?size=200").text());
            text.append(get(path + "/records?size=200").text());
        }
        return text.toString();
    }
}
