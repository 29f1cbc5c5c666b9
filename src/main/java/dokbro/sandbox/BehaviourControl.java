package dokbro.sandbox;

import dokbro.sandbox.go.GoOptions;
import dokbro.sandbox.go.Quirk;
import dokbro.sandbox.http.Fault;
import dokbro.sandbox.http.Faults;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import dokbro.sandbox.smartdok.SmartDokOptions;
import java.time.Duration;
import java.util.List;

/** {@code /faults} and {@code /options}: how the two systems behave from now on. */
final class BehaviourControl {

    private final Sandbox sandbox;
    private final Control control;

    BehaviourControl(Sandbox sandbox, Control control) {
        this.sandbox = sandbox;
        this.control = control;
    }

    void routes() {
        control.post("/faults", this::share);
        control.post("/faults/next", this::next);
        control.post("/faults/clear", request -> {
            faults(Body.of(request, "system")).clear();
            return Control.done();
        });
        control.post("/options", this::options);
    }

    private Response share(Request request) {
        Body body = Body.of(request, "system", "permille", "kinds", "except");
        Faults faults = faults(body);
        if (body.has("except")) {
            faults.exceptPathsFrom(body.text("except").orElse(null));
        }
        faults.share(
                body.mustInteger("permille"),
                body.constants("kinds", Fault.class).toArray(Fault[]::new));
        return Control.done();
    }

    private Response next(Request request) {
        Body body = Body.of(request, "system", "method", "path", "kind", "times");
        Fault kind = body.constant("kind", Fault.class).orElseThrow(() -> Body.bad("kind is missing."));
        faults(body)
                .next(
                        body.integer("times").orElse(1),
                        body.text("method").orElse(null),
                        body.text("path").orElse("/"),
                        kind);
        return Control.done();
    }

    private Response options(Request request) {
        if (isGo(request)) {
            go(request);
        } else {
            smartdok(request);
        }
        return Control.done();
    }

    private static boolean isGo(Request request) {
        return request.body() != null
                && "go".equals(request.body().path("system").asText());
    }

    private void go(Request request) {
        Body body = Body.of(
                request,
                "system",
                "latencyMs",
                "holdMs",
                "slowMs",
                "requestsPerSecond",
                "replicaLagMs",
                "tokenSeconds",
                "activitiesShowCode",
                "sometimesTimePart",
                "quantityInHours",
                "quirks");
        GoOptions old = sandbox.go().options();
        GoOptions options = old.withRequestsPerSecond(
                        body.integer("requestsPerSecond").orElse(old.requestsPerSecond()))
                .withReplicaLag(body.millis("replicaLagMs").orElse(old.replicaLag()))
                .withTokenSeconds(body.integer("tokenSeconds").orElse(old.tokenSeconds()))
                .withActivitiesShowCode(body.flag("activitiesShowCode").orElse(old.activitiesShowCode()))
                .withSometimesTimePart(body.flag("sometimesTimePart").orElse(old.sometimesTimePart()))
                .withQuantityInHours(body.flag("quantityInHours").orElse(old.quantityInHours()));
        if (body.has("quirks")) {
            List<Quirk> wanted = body.constants("quirks", Quirk.class);
            for (Quirk quirk : Quirk.values()) {
                options = options.withQuirk(quirk, wanted.contains(quirk));
            }
        }
        times(body);
        sandbox.go().options(options);
    }

    private void smartdok(Request request) {
        Body body = Body.of(
                request,
                "system",
                "latencyMs",
                "holdMs",
                "slowMs",
                "tokenSeconds",
                "ignoreUnknownQuery",
                "created",
                "touchOnApproval",
                "touchOnMark",
                "order",
                "moving",
                "needDates",
                "invoicesByCreation");
        faults(body);
        SmartDokOptions old = sandbox.smartdok().options();
        SmartDokOptions options = old.withSession(
                        body.integer("tokenSeconds").map(Duration::ofSeconds).orElse(old.session()))
                .withIgnoreUnknownQuery(body.flag("ignoreUnknownQuery").orElse(old.ignoreUnknownQuery()))
                .withCreated(body.flag("created").orElse(old.created()))
                .withTouch(
                        body.flag("touchOnApproval").orElse(old.touchOnApproval()),
                        body.flag("touchOnMark").orElse(old.touchOnMark()))
                .withRows(
                        body.constant("order", SmartDokOptions.Order.class).orElse(old.order()),
                        body.constant("moving", SmartDokOptions.Moving.class).orElse(old.moving()))
                .withDates(
                        body.flag("needDates").orElse(old.needDates()),
                        body.flag("invoicesByCreation").orElse(old.invoicesByCreation()));
        times(body);
        sandbox.smartdok().options(changed -> options);
    }

    private void times(Body body) {
        Faults faults = faults(body);
        body.millis("latencyMs").ifPresent(faults::latency);
        body.millis("holdMs").ifPresent(faults::hold);
        body.millis("slowMs").ifPresent(faults::slow);
    }

    private Faults faults(Body body) {
        return switch (body.mustText("system")) {
            case "smartdok" -> sandbox.smartdok().faults();
            case "go" -> sandbox.go().faults();
            default -> throw Body.bad("system must be smartdok or go, not " + body.mustText("system"));
        };
    }
}
