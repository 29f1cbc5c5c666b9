package dokbro.console;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** HTTP Basic for everything but the way to the API's page, health and metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SignIn {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService users(SignInSettings settings, Environment environment, ServerProperties server) {
        boolean sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        // Not the whole manager: with it, Spring would hash each password anew, with its own number of rounds, as it is
        // used.
        return new InMemoryUserDetailsManager(KnownUsers.of(settings, sandbox, server.getAddress()))
                ::loadUserByUsername;
    }

    /**
     * CSRF tokens are off, since there is no session and no cookie. A browser does send the Basic credentials it remembers along with another
     * site's form, but a form cannot send JSON, PUT or DELETE: each POST here demands a JSON body, and for that a browser asks first (CORS)
     * and is refused.
     */
    @Bean
    SecurityFilterChain signInChain(HttpSecurity http, SignInAnswers answers) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .requestMatchers("/")
                        .permitAll()
                        .requestMatchers("/api/v1/audit-log")
                        .hasRole(Role.OPERATOR.name())
                        .requestMatchers(HttpMethod.GET)
                        .hasAnyRole(Role.OPERATOR.name(), Role.VIEWER.name())
                        .requestMatchers(HttpMethod.HEAD)
                        .hasAnyRole(Role.OPERATOR.name(), Role.VIEWER.name())
                        .anyRequest()
                        .hasRole(Role.OPERATOR.name()))
                .build();
    }
}
