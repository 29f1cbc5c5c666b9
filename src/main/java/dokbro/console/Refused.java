package dokbro.console;

import org.springframework.http.HttpStatus;

/** A request that cannot be done, as the caller will read it. */
class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String field;

    private Refused(HttpStatus status, String field, String detail) {
        super(detail);
        this.status = status;
        this.field = field;
    }

    /** 404. */
    static Refused notThere(String detail) {
        return new Refused(HttpStatus.NOT_FOUND, null, detail);
    }

    /** 400; the field is a member of the body, or a parameter. */
    static Refused wrong(String field, String detail) {
        return new Refused(HttpStatus.BAD_REQUEST, field, detail);
    }

    /** 409. */
    static Refused conflict(String detail) {
        return new Refused(HttpStatus.CONFLICT, null, detail);
    }

    HttpStatus status() {
        return status;
    }

    /** Null where no field is to blame. */
    String field() {
        return field;
    }
}
