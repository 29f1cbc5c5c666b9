package dokbro.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Counts and times every call that goes out, and ends answers that are larger than any list should be. */
final class AnswerWatch implements ExecChainHandler {

    private final Api api;
    private final long maxBytes;
    private final MeterRegistry meters;

    AnswerWatch(Api api, HttpSettings settings, MeterRegistry meters) {
        this.api = api;
        this.maxBytes = settings.maxResponse().toBytes();
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
                response.setEntity(new Capped(entity, maxBytes));
            }
            return response;
        } finally {
            meters.counter("dokbro.api.requests", "api", api.tag(), "status", status)
                    .increment();
            meters.timer("dokbro.api.request", "api", api.tag())
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private static final class Capped extends HttpEntityWrapper {
        private final long maxBytes;

        Capped(HttpEntity entity, long maxBytes) {
            super(entity);
            this.maxBytes = maxBytes;
        }

        @Override
        public InputStream getContent() throws IOException {
            InputStream content = super.getContent();
            return content == null ? null : new CappedStream(content, maxBytes);
        }
    }

    private static final class CappedStream extends FilterInputStream {
        private final long maxBytes;
        private long read;

        CappedStream(InputStream in, long maxBytes) {
            super(in);
            this.maxBytes = maxBytes;
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

        private void count(int bytes) throws AnswerTooLarge {
            read += bytes;
            if (read > maxBytes) {
                throw new AnswerTooLarge(maxBytes);
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
