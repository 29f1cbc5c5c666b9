package dokbro.console;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who may sign in: the users of the settings, checked; without any, one admin. */
final class KnownUsers {

    private static final Logger LOG = LoggerFactory.getLogger(KnownUsers.class);
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]?\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}:]{1,128}");
    private static final String ADMIN = "admin";
    private static final int RANDOM_BYTES = 18;

    private KnownUsers() {}

    /**
     * The users, their passwords as bcrypt.
     *
     * @param sandbox whether the simulated systems run here; the known password admin/admin is for them alone
     * @param address where the console listens, null for every address of the machine
     * @throws SignInRefused when the service must not start like this
     */
    static List<UserDetails> of(SignInSettings settings, boolean sandbox, InetAddress address) {
        if (sandbox && (address == null || !address.isLoopbackAddress())) {
            throw new SignInRefused(
                    "The sandbox has a known password, so it listens on loopback only; server.address is "
                            + (address == null ? "not set" : address.getHostAddress()) + ".",
                    "Set server.address to 127.0.0.1, or start without the sandbox.");
        }
        if (!settings.users().isEmpty()) {
            return configured(settings.users());
        }
        return List.of(sandbox ? user(ADMIN, hash(ADMIN), Role.OPERATOR) : randomAdmin());
    }

    private static List<UserDetails> configured(List<SignInSettings.User> users) {
        List<UserDetails> known = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < users.size(); i++) {
            SignInSettings.User user = users.get(i);
            String where = "dokbro.users[" + i + "]";
            if (user.name() == null
                    || user.name().isBlank()
                    || !NAME.matcher(user.name()).matches()) {
                throw new SignInRefused(
                        where + ".name is missing or cannot be a user name.",
                        "Give a name of 1 to 128 characters without a colon.");
            }
            String who = " of the user " + user.name();
            if (!names.add(user.name().toLowerCase(Locale.ROOT))) {
                throw new SignInRefused(
                        where + ".name: the user " + user.name() + " stands there twice.", "Leave one of them.");
            }
            if (user.password() == null || !BCRYPT.matcher(user.password()).matches()) {
                throw new SignInRefused(
                        where + ".password" + who + " is not a bcrypt hash.",
                        "Make one, for example with htpasswd -nBC 10 " + user.name()
                                + ", and put the part after the colon in single quotes.");
            }
            Role role = Role.of(user.role())
                    .orElseThrow(() -> new SignInRefused(
                            where + ".role" + who + " is neither operator nor viewer.",
                            "Set it to operator or viewer."));
            known.add(user(user.name(), user.password(), role));
        }
        return known;
    }

    private static UserDetails randomAdmin() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        LOG.warn(
                "No users are configured (dokbro.users). Sign in as {} with the password {} until the next start.",
                ADMIN,
                password);
        return user(ADMIN, hash(password), Role.OPERATOR);
    }

    /** Cheap rounds: a random password cannot be guessed, and the sandbox's is known anyway. */
    private static String hash(String password) {
        return new BCryptPasswordEncoder(4).encode(password);
    }

    private static UserDetails user(String name, String hash, Role role) {
        return User.withUsername(name).password(hash).roles(role.name()).build();
    }
}
