package dokbro.api;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Camel's HTTP component made plain: nothing is repeated, followed, remembered or unpacked behind the routes' back. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class HttpConfig {

    @Bean
    ComponentCustomizer httpPool(HttpSettings settings) {
        return ComponentCustomizer.builder(HttpComponent.class)
                // Camel's own customizer writes its defaults over whatever came before it.
                .withOrder(Ordered.LOWEST_PRECEDENCE)
                .build(http -> {
                    http.setConnectTimeout(settings.connectTimeout().toMillis());
                    http.setResponseTimeout(settings.timeout().toMillis());
                    http.setSoTimeout(settings.timeout().toMillis());
                    http.setConnectionRequestTimeout(
                            settings.connectionRequestTimeout().toMillis());
                    http.setConnectionsPerRoute(settings.connectionsPerHost());
                    http.setMaxTotalConnections(settings.maxConnections());
                    http.setUserAgent("Dokbro");
                    // A trust store given in camel.ssl counts; without one the JVM's own does.
                    http.setUseGlobalSslContextParameters(true);
                });
    }

    /** The client of the endpoint for SmartDok. */
    @Bean
    HttpClientConfigurer smartdokHttp(HttpSettings settings, MeterRegistry meters) {
        return plain(new AnswerWatch(Api.SMARTDOK, settings, meters));
    }

    /** The client of the endpoint for PowerOffice Go. */
    @Bean
    HttpClientConfigurer powerofficeHttp(HttpSettings settings, MeterRegistry meters) {
        return plain(new AnswerWatch(Api.POWEROFFICE, settings, meters));
    }

    private static HttpClientConfigurer plain(AnswerWatch watch) {
        return client -> client.addExecInterceptorFirst("answers", watch)
                // The last before the request is written; the connection stands.
                .addExecInterceptorLast("last look", new LastLooks())
                // Measured: left on, 429 and 503 are repeated below Camel, for POST too.
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression();
    }
}
