package dokbro.console;

/** The settings of the sign-in are wrong: the service does not start. The message never holds a value from the settings but a user's name. */
class SignInRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    /** @param action what to do about it */
    SignInRefused(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
