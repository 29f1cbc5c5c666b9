package dokbro.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Counts and times every call that goes out, and ends answers that are larger than any list should be, or drip in so slowly that a run
 * would hang on them: the timeout between two bytes never ends those.
 */
final class AnswerWatch implements ExecChainHandler {

    private final Api api;
    /** An answer may take so many times the timeout as a whole. */
    private static final int SLOWNESS = 10;

    private final long maxBytes;
    private final long maxNanos;
    private final MeterRegistry meters;

    AnswerWatch(Api api, HttpSettings settings, MeterRegistry meters) {
        this.api = api;
        this.maxBytes = settings.maxResponse().toBytes();
        this.maxNanos = settings.timeout().multipliedBy(SLOWNESS).toNanos();
        this.meters = meters;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long start = System.nanoTime();
        String status = "none";
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            status = String.valueOf(response.getCode());
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(new Capped(entity));
            }
            return response;
        } finally {
            meters.counter("dokbro.api.requests", "api", api.tag(), "status", status)
                    .increment();
            meters.timer("dokbro.api.request", "api", api.tag())
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private final class Capped extends HttpEntityWrapper {
        Capped(HttpEntity entity) {
            super(entity);
        }

        @Override
        public InputStream getContent() throws IOException {
            InputStream content = super.getContent();
            return content == null ? null : new CappedStream(content);
        }
    }

    private final class CappedStream extends FilterInputStream {
        private final long start = System.nanoTime();
        private long read;

        CappedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > maxBytes) {
                throw new AnswerTooLarge(maxBytes);
            }
            if (System.nanoTime() - start > maxNanos) {
                throw new SocketTimeoutException("the answer does not come to an end");
            }
        }
    }

    /** The answer is cut off; what was read of it is not used. */
    static final class AnswerTooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        AnswerTooLarge(long maxBytes) {
            super("an answer of more than " + maxBytes + " bytes");
        }
    }
}
