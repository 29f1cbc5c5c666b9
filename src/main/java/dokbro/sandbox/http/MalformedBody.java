package dokbro.sandbox.http;

/** The request's body is not JSON. Unless the handler catches it, the server answers 400. */
public final class MalformedBody extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedBody(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
