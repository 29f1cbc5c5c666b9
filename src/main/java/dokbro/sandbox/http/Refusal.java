package dokbro.sandbox.http;

/** Thrown by a handler to answer at once; the request has had no effect. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Response response;

    public Refusal(Response response) {
        super("refused with " + response.status(), null, false, false);
        this.response = response;
    }

    /** What to answer. */
    public Response response() {
        return response;
    }
}
