package dokbro.sandbox.http;

/** What a route does. Called on several threads at the same time. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers one request.
     *
     * @throws Refusal to answer with what it holds
     */
    Response handle(Request request);
}
