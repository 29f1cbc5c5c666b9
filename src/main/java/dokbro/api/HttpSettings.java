package dokbro.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code dokbro.http}: how both APIs are called.
 *
 * @param connectTimeout until the connection stands
 * @param timeout without a byte of the answer
 * @param connectionRequestTimeout for a free connection of the pool
 * @param connectionsPerHost at the same time, to one host of one API
 * @param maxConnections at the same time, to one API
 * @param attempts in all, the first one counted, where a failure may pass by itself
 * @param backOff before the second attempt; doubled for each further one, with jitter
 * @param maxBackOff the longest wait between two attempts
 * @param maxRetryAfter the longest wait that an API's {@code Retry-After} gets
 * @param maxResponse the largest answer that is read
 */
@ConfigurationProperties("dokbro.http")
public record HttpSettings(
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("30s") Duration connectionRequestTimeout,
        @DefaultValue("32") int connectionsPerHost,
        @DefaultValue("400") int maxConnections,
        @DefaultValue("4") int attempts,
        @DefaultValue("500ms") Duration backOff,
        @DefaultValue("10s") Duration maxBackOff,
        @DefaultValue("30s") Duration maxRetryAfter,
        @DefaultValue("64MB") DataSize maxResponse) {}
