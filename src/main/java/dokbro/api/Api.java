package dokbro.api;

import java.util.Locale;

/** The two APIs. As text: the name people know. */
public enum Api {
    SMARTDOK("SmartDok"),
    POWEROFFICE("PowerOffice Go");

    private final String displayName;

    Api(String displayName) {
        this.displayName = displayName;
    }

    /** The name in metrics: {@code smartdok}, {@code poweroffice}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return displayName;
    }
}
