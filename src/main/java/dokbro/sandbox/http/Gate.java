package dokbro.sandbox.http;

import java.util.Optional;

/** Stands before every route: sign-in, rate limit. */
@FunctionalInterface
public interface Gate {

    /** The answer of a request that may not pass; empty lets it through. */
    Optional<Response> check(Request request);
}
