package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.console.SignInSettings.User;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class KnownUsersTest {

    private static final String HASH = "$2a$04$vZwp7ymxlJQAXHX2Nyl/G.oo6AkMFburLj1D9ENxZ9CM94kKARyYa";
    private static final SignInSettings NONE = new SignInSettings(null);

    @Test
    void configuredUsersGetTheirRole() {
        List<UserDetails> users = KnownUsers.of(
                new SignInSettings(List.of(new User("kari", HASH, "operator"), new User("ola", HASH, "viewer"))),
                false,
                null);
        assertThat(users).extracting(UserDetails::getUsername).containsExactly("kari", "ola");
        assertThat(users.get(0).getAuthorities()).hasToString("[ROLE_OPERATOR]");
        assertThat(users.get(1).getAuthorities()).hasToString("[ROLE_VIEWER]");
    }

    @ParameterizedTest
    @CsvSource({"admin", "Operator", "''"})
    @NullSource
    void anotherRole(String role) {
        assertThatThrownBy(() -> of(new User("kari", HASH, role)))
                .isInstanceOf(SignInRefused.class)
                .hasMessage("dokbro.users[0].role of the user kari is neither operator nor viewer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hemmelig",
                "{noop}hemmelig",
                "$2a$04$hemmelig",
                "$2a$99$vZwp7ymxlJQAXHX2Nyl/G.oo6AkMFburLj1D9ENxZ9CM94kKARyYa"
            })
    @NullSource
    void aPasswordThatIsNoHashIsNotRepeated(String password) {
        assertThatThrownBy(() -> of(new User("kari", password, "operator")))
                .isInstanceOf(SignInRefused.class)
                .hasMessage("dokbro.users[0].password of the user kari is not a bcrypt hash.");
    }

    @Test
    void namesAreThereAndDiffer() {
        assertThatThrownBy(() -> of(new User(" ", HASH, "operator"))).hasMessageContaining("dokbro.users[0].name");
        assertThatThrownBy(() -> of(new User("a:b", HASH, "operator"))).hasMessageContaining("dokbro.users[0].name");
        assertThatThrownBy(() -> of(new User("kari", HASH, "operator"), new User("Kari", HASH, "viewer")))
                .hasMessage("dokbro.users[1].name: the user Kari stands there twice.");
    }

    @Test
    void withoutUsersThereIsAnAdminWithAPasswordPrintedOnce(CapturedOutput output) {
        UserDetails first = KnownUsers.of(NONE, false, null).get(0);
        assertThat(first.getUsername()).isEqualTo("admin");
        assertThat(first.getAuthorities()).hasToString("[ROLE_OPERATOR]");
        assertThat(output.getOut()).contains("WARN").contains("Sign in as admin with the password ");
        String printed = output.getOut().replaceAll("(?s).*with the password (\\S+) until.*", "$1");
        assertThat(printed).hasSize(24);
        assertThat(new BCryptPasswordEncoder().matches(printed, first.getPassword()))
                .isTrue();
        assertThat(new BCryptPasswordEncoder().matches("admin", first.getPassword()))
                .isFalse();
    }

    @Test
    void theSandboxHasAKnownPasswordAndStaysOnLoopback() throws UnknownHostException {
        UserDetails admin =
                KnownUsers.of(NONE, true, InetAddress.getLoopbackAddress()).get(0);
        assertThat(new BCryptPasswordEncoder().matches("admin", admin.getPassword()))
                .isTrue();
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        assertThatThrownBy(() -> KnownUsers.of(NONE, true, everywhere))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("server.address is 0.0.0.0");
        assertThatThrownBy(() -> KnownUsers.of(NONE, true, null)).hasMessageContaining("server.address is not set");
    }

    @Test
    void theStartSaysWhatToDo() {
        SignInRefused refused = new SignInRefused("wrong", "do this");
        var analysis = new SignInRefusedAnalyzer().analyze(new IllegalStateException(refused));
        assertThat(analysis.getDescription()).isEqualTo("wrong");
        assertThat(analysis.getAction()).isEqualTo("do this");
    }

    private static List<UserDetails> of(User... users) {
        return KnownUsers.of(new SignInSettings(List.of(users)), false, null);
    }
}
