package dokbro.console;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code dokbro.users} in application.yaml.
 *
 * @param users empty where none are configured
 */
@ConfigurationProperties("dokbro")
record SignInSettings(List<User> users) {

    SignInSettings {
        users = users == null ? List.of() : List.copyOf(users);
    }

    /**
     * As written, not checked yet.
     *
     * @param password a bcrypt hash
     */
    record User(String name, String password, String role) {
        @Override
        public String toString() {
            return name + " (" + role + ")";
        }
    }
}
