package dokbro.console;

import dokbro.audit.AuditRefused;
import dokbro.run.RunRefused;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error as a problem detail (RFC 9457). Members of our own: {@code field}, what is to blame; {@code reason}, why a run or an audit was refused;
 * {@code run} or {@code audit}, the one that is going; {@code incident}, what to look for in the log.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused, WebRequest request) {
        return answer(refused, problem(refused.status(), refused.field(), refused.getMessage()), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RunRefused refused, WebRequest request) {
        HttpStatus status = switch (refused.why()) {
            case UNKNOWN_COMPANY, UNKNOWN_ENTITY -> HttpStatus.NOT_FOUND;
            case EMPTY_PERIOD -> HttpStatus.BAD_REQUEST;
            case STARTING, STOPPING -> HttpStatus.SERVICE_UNAVAILABLE;
            case NOT_ENABLED, PAUSED, GOING, NOT_REPLAYABLE, NOT_RECOMPUTABLE, NOT_SETTLEABLE, DECIDED ->
                HttpStatus.CONFLICT;
        };
        String field = refused.why() == RunRefused.Why.EMPTY_PERIOD ? "to" : null;
        ProblemDetail problem = problem(status, field, refused.getMessage());
        problem.setProperty(
                "reason", refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (refused.why() == RunRefused.Why.GOING) {
            problem.setProperty("run", refused.going());
        }
        return answer(refused, problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(AuditRefused refused, WebRequest request) {
        HttpStatus status = switch (refused.why()) {
            case NOT_AUDITED, EMPTY_PERIOD -> HttpStatus.BAD_REQUEST;
            case STARTING, STOPPING, NO_ANSWER -> HttpStatus.SERVICE_UNAVAILABLE;
            case GOING, REVIEW, NOT_REPAIRABLE, CHANGED -> HttpStatus.CONFLICT;
        };
        String field = switch (refused.why()) {
            case NOT_AUDITED -> "entity";
            case EMPTY_PERIOD -> "from";
            default -> null;
        };
        ProblemDetail problem = problem(status, field, refused.getMessage());
        problem.setProperty(
                "reason", refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (refused.going() != null) {
            problem.setProperty("audit", refused.going());
        }
        return answer(refused, problem, request);
    }

    /** What nobody foresaw: the log has all of it, the caller only where to look. */
    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception unforeseen, WebRequest request) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {} at {}", incident, request.getDescription(false), unforeseen);
        ProblemDetail problem =
                problem(HttpStatus.INTERNAL_SERVER_ERROR, null, "An error in Dokbro; the log tells more.");
        problem.setProperty("incident", incident);
        return answer(unforeseen, problem, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        UnreadableBody unreadable = UnreadableBody.of(e);
        return answer(e, problem(HttpStatus.BAD_REQUEST, unreadable.field(), unreadable.detail()), request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError error = e.getBindingResult().getFieldErrors().get(0);
        String must = error.isBindingFailure() ? "must be a whole number" : error.getDefaultMessage();
        return answer(
                e, problem(HttpStatus.BAD_REQUEST, error.getField(), error.getField() + " " + must + "."), request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field =
                e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        String must = UnreadableBody.must(e.getRequiredType());
        return answer(e, problem(HttpStatus.BAD_REQUEST, field, field + " " + must + "."), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders own = new HttpHeaders();
        own.addAll(headers);
        own.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(e, body, own, status, request);
    }

    private ResponseEntity<Object> answer(Exception e, ProblemDetail problem, WebRequest request) {
        HttpStatusCode status = HttpStatusCode.valueOf(problem.getStatus());
        return handleExceptionInternal(e, problem, new HttpHeaders(), status, request);
    }

    private static ProblemDetail problem(HttpStatus status, String field, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    /** Names in a sentence: {@code a, b, c}. */
    static String list(List<?> values) {
        return String.join(", ", values.stream().map(Object::toString).toList());
    }
}
