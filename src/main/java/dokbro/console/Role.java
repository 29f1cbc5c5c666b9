package dokbro.console;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A viewer reads, without what is personal; an operator also acts. */
enum Role {
    OPERATOR,
    VIEWER;

    /** The role as written in the settings; empty for anything else. */
    static Optional<Role> of(String name) {
        return Stream.of(values()).filter(role -> role.text().equals(name)).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
