package dokbro.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that the method does not have: a misspelt filter would otherwise show everything as if it had matched. */
final class KnownParameters implements HandlerInterceptor {

    private static final int LONGEST = 128;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            List<String> known = known(method);
            request.getParameterMap().forEach((name, values) -> check(name, values, known));
        }
        return true;
    }

    private static void check(String name, String[] values, List<String> known) {
        if (!known.contains(name)) {
            String choice = known.isEmpty() ? "none are known here" : "known are " + Problems.list(known);
            throw Refused.wrong(name, "There is no parameter " + name + "; " + choice + ".");
        }
        if (values.length > 1) {
            throw Refused.wrong(name, name + " stands there more than once.");
        }
        // PostgreSQL refuses a NUL in a text.
        if (values[0].length() > LONGEST || values[0].chars().anyMatch(Character::isISOControl)) {
            throw Refused.wrong(
                    name, name + " must be at most " + LONGEST + " characters, none of them a control character.");
        }
    }

    private static List<String> known(HandlerMethod method) {
        List<String> known = new ArrayList<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                known.add(named.name().isEmpty() ? parameter.getParameter().getName() : named.name());
            } else if (parameter.getParameterType() == Paging.class) {
                known.addAll(Paging.PARAMETERS);
            }
        }
        return known;
    }
}
