package dokbro.company;

/** Why a value in a company file cannot be taken. The message goes to people as it stands and holds no secret. */
final class WrongValue extends Exception {
    private static final long serialVersionUID = 1L;

    WrongValue(String message) {
        super(message);
    }
}
