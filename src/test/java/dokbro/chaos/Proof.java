package dokbro.chaos;

import java.util.Locale;

/** A safety taken away, to see that the fault test notices. */
enum Proof {
    /** Nothing is taken away. */
    NONE,
    /** Creates in doubt are not looked for in Go. */
    PROBE,
    /** H2 writes commits when it likes. */
    WRITE_DELAY;

    /** @param text null or empty for none */
    static Proof named(String text) {
        return text == null || text.isBlank()
                ? NONE
                : valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
