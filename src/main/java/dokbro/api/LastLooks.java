package dokbro.api;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Brings the {@link LastLook} of a call to the point where its connection stands: waiting for a free connection, or for one to be made, may
 * take as long as a lease. Camel makes the call on the thread that prepared it.
 */
final class LastLooks implements ExecChainHandler {

    private static final ThreadLocal<Runnable> NEXT = new ThreadLocal<>();

    /** The next request of this thread is for this exchange. */
    static void prepare(Exchange exchange) {
        LastLook look = exchange.getProperty(LastLook.PROPERTY, LastLook.class);
        ApiCall call = exchange.getProperty(ApiCall.PROPERTY, ApiCall.class);
        if (look == null || call == null || "GET".equals(call.method())) {
            NEXT.remove();
        } else {
            NEXT.set(() -> look.before(call));
        }
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Runnable look = NEXT.get();
        if (look != null) {
            NEXT.remove();
            look.run();
        }
        return chain.proceed(request, scope);
    }
}
