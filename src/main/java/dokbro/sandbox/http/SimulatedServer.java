package dokbro.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulated system's HTTP side: routes, gates, faults and a log of every request. Listens on loopback only. A held or slow answer
 * occupies no thread.
 */
public final class SimulatedServer implements AutoCloseable {

    static {
        // read once by the JDK's server; without it each answer on a kept connection waits for the peer's ACK
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedServer.class);
    private static final int THREADS = 32;
    private static final int BACKLOG = 200;

    private final HttpServer server;
    private final Faults faults;
    private final Routes routes = new Routes();
    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final WireLog log = new WireLog();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, daemon("simulated"));
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(daemon("simulated-later"));
    private volatile Handler otherwise = request -> Response.empty(404);
    private volatile IntFunction<Response> errors = Response::empty;

    /**
     * Binds the port; answers only after {@link #start}.
     *
     * @param port 0 for a free one
     */
    public SimulatedServer(int port, Faults faults) {
        this.faults = faults;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /**
     * Adds a route.
     *
     * @param template such as {@code /Projects/{id}}; words meet any case
     */
    public SimulatedServer route(String method, String template, Handler handler) {
        routes.add(method, template, handler);
        return this;
    }

    /** Adds a gate; they are asked in the order added, for requests without a route too. */
    public SimulatedServer gate(Gate gate) {
        gates.add(gate);
        return this;
    }

    /** What answers requests that meet no route; at first 404 without a body. */
    public SimulatedServer otherwise(Handler handler) {
        otherwise = handler;
        return this;
    }

    /** The system's own form of an error with a status, for faults, broken JSON and bugs; at first no body. */
    public SimulatedServer errors(IntFunction<Response> byStatus) {
        errors = byStatus;
        return this;
    }

    /** Begins to answer. */
    public SimulatedServer start() {
        server.start();
        return this;
    }

    /** The port it is bound to. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Such as {@code http://127.0.0.1:9102}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** What goes wrong with its calls. */
    public Faults faults() {
        return faults;
    }

    /** How many requests since the start or {@link #clear}, by {@code METHOD /template status}; the status is none for no answer. */
    public Map<String, Long> counters() {
        return log.counters();
    }

    /** The last 20,000 requests in the order of their arrival; one is in it before its answer is sent. */
    public List<Received> received() {
        return log.received();
    }

    /** Empties the log and the counters. */
    public void clear() {
        log.clear();
    }

    /** Stops at once; held connections end. */
    @Override
    public void close() {
        later.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        long arrived = System.nanoTime();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> segments = Routes.segments(exchange.getRequestURI().getRawPath());
        Routes.Match match = routes.find(exchange.getRequestMethod(), segments)
                .orElseGet(() -> new Routes.Match(null, otherwise, Map.of()));
        Request request = new Request(
                exchange.getRequestMethod(),
                String.join("/", segments),
                match.template(),
                match.variables(),
                Query.parse(exchange.getRequestURI().getRawQuery()),
                headers(exchange),
                body);
        Fault fault = faults.draw(request.method(), request.path()).orElse(null);
        Answer answer = answer(request, match.handler(), fault);
        log.add(new Received(
                request.method(),
                request.path(),
                request.template(),
                exchange.getRequestURI().getRawQuery(),
                request.headers(),
                body,
                answer.status(),
                fault,
                arrived));
        send(exchange, answer);
    }

    private Answer answer(Request request, Handler handler, Fault fault) {
        if (fault == null) {
            return Answer.of(handle(request, handler));
        }
        Response effect = fault.afterEffect() ? handle(request, handler) : null;
        return switch (fault) {
            case TOO_MANY -> Answer.of(errors.apply(429));
            case TOO_MANY_RETRY_AFTER -> Answer.of(errors.apply(429).with("Retry-After", "1"));
            case SERVER_ERROR, SERVER_ERROR_AFTER -> Answer.of(errors.apply(500));
            case BAD_GATEWAY -> Answer.of(errors.apply(502));
            case UNAVAILABLE -> Answer.of(errors.apply(503));
            case RESET_BEFORE, RESET_AFTER -> Answer.nothing(Duration.ZERO);
            case TIMEOUT_BEFORE, TIMEOUT_AFTER -> Answer.nothing(faults.hold());
            case SLOW -> new Answer(effect, faults.slow(), false);
            case HTML -> Answer.of(Response.text(200, "text/html; charset=utf-8", "<html><body>Sign in</body></html>"));
            case TRUNCATED -> new Answer(effect.status() == 204 ? effect.withStatus(200) : effect, Duration.ZERO, true);
            case ERROR_IN_200 -> Answer.of(errors.apply(500).withStatus(200));
            case MALFORMED ->
                Answer.of(effect.withStatus(200)
                        .withBody("{" + effect.body().substring(0, effect.body().length() / 2)));
        };
    }

    private Response handle(Request request, Handler handler) {
        try {
            for (Gate gate : gates) {
                var closed = gate.check(request);
                if (closed.isPresent()) {
                    return closed.get();
                }
            }
            return handler.handle(request);
        } catch (Refusal e) {
            return e.response();
        } catch (MalformedBody e) {
            return errors.apply(400);
        } catch (RuntimeException e) {
            // a bug in the simulated system: the caller sees what a broken server would show
            LOG.error("{} {}", request.method(), request.path(), e);
            return errors.apply(500);
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        long nanos = answer.after().plus(faults.latency()).toNanos();
        if (nanos == 0) {
            answer.send(exchange);
            return;
        }
        try {
            later.schedule(() -> threads.execute(() -> sendLate(exchange, answer)), nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            exchange.close();
        }
    }

    private static void sendLate(HttpExchange exchange, Answer answer) {
        try {
            answer.send(exchange);
        } catch (IOException gone) {
            LOG.debug("the caller did not wait", gone);
        }
    }

    private static Map<String, List<String>> headers(HttpExchange exchange) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        return headers;
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
