package dokbro.console;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Who asks, and in which language the answer is wanted.
 *
 * @param operator false for a viewer, who gets nothing personal
 * @param language "nb" or "en", by Accept-Language; English without one
 */
record Caller(String name, boolean operator, String language) {

    private static final Set<String> NORWEGIAN = Set.of("nb", "no", "nn");

    /** The value for an operator, null for a viewer. */
    <T> T personal(T value) {
        return operator ? value : null;
    }

    static String language(Locale locale) {
        return NORWEGIAN.contains(locale.getLanguage()) ? "nb" : "en";
    }

    /** Gives the caller to the methods of the API. */
    static final class Resolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Caller resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
            boolean operator = signedIn.getAuthorities().stream()
                    .anyMatch(granted -> granted.getAuthority().equals("ROLE_" + Role.OPERATOR.name()));
            return new Caller(signedIn.getName(), operator, language(LocaleContextHolder.getLocale()));
        }
    }
}
