package dokbro.company;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${NAME}} and {@code ${NAME:default}} in a value from the environment. An empty variable counts as not set. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]*)(?::([^}]*))?(\\}?)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Function<String, String> environment;

    Placeholders(Function<String, String> environment) {
        this.environment = environment;
    }

    static boolean in(String text) {
        return text.contains("${");
    }

    /** The text with every variable filled in; what a variable holds is not looked into again. */
    String fill(String text) throws WrongValue {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            filled.append(text, from, matcher.start()).append(variable(matcher));
            from = matcher.end();
        }
        return filled.append(text.substring(from)).toString();
    }

    private String variable(Matcher matcher) throws WrongValue {
        if (matcher.group(3).isEmpty()) {
            throw new WrongValue("${ has no closing }");
        }
        String name = matcher.group(1);
        if (!NAME.matcher(name).matches()) {
            throw new WrongValue("the name of an environment variable must be letters, digits and _");
        }
        String value = environment.apply(name);
        if (value != null && !value.isEmpty()) {
            return value;
        }
        if (matcher.group(2) == null) {
            throw new WrongValue("the environment variable " + name + " is not set");
        }
        return matcher.group(2);
    }
}
