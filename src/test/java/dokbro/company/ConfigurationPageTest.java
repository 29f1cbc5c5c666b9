package dokbro.company;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.company.Key.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md lists every key as the table of keys has it. After a change of the table, {@code mvn test
 * -Dtest=ConfigurationPageTest -Ddokbro.write-docs=true} writes the page's table anew.
 */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final String BEGIN = "<!-- keys: begin -->\n";
    private static final String END = "<!-- keys: end -->\n";

    @Test
    void everyKeyWithItsDefault() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (Boolean.getBoolean("dokbro.write-docs")) {
            Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(end));
        }
        assertThat(Files.readString(PAGE).substring(begin).split(END)[0]).isEqualTo(table());
    }

    @Test
    void defaultsAreValuesOfTheirKeys() throws WrongValue {
        for (Key key : Keys.all()) {
            if (key.fallback() != null) {
                assertThat(Values.of(key, key.fallback(), key.fallback()))
                        .as(key.path())
                        .isNotNull();
            }
            assertThat(key.description()).as(key.path()).endsWith(".");
        }
    }

    private static String table() {
        return "| Key | Type | Default | Belongs to | Meaning |\n|---|---|---|---|---|\n"
                + Keys.all().stream().map(ConfigurationPageTest::row).collect(Collectors.joining());
    }

    private static String row(Key key) {
        String entity = key.entity() == null ? "company" : key.entity();
        return "| " + String.join(" | ", List.of(code(key.path()), type(key), fallback(key), entity, meaning(key)))
                + " |\n";
    }

    private static String meaning(Key key) {
        return key.description() + (key.unused() ? " *Later.*" : "");
    }

    private static String fallback(Key key) {
        if (key.required()) {
            return "**required**";
        }
        return key.fallback() == null ? "none" : code(key.fallback());
    }

    private static String type(Key key) {
        String choices = key.choices().stream().map(ConfigurationPageTest::code).collect(Collectors.joining(", "));
        return switch (key.type()) {
            case TEXT -> "text";
            case SECRET -> "secret";
            case URL -> "address";
            case NUMBER -> "number " + key.min() + "–" + key.max();
            case SHARE -> "share";
            case BOOLEAN -> "true, false";
            case CHOICE -> choices;
            case DATE -> "date";
            case DURATION -> "duration";
            case DAYS -> "days";
            case CRON -> "cron";
            case LIST -> "list of text";
            case MAP -> key.type() == Type.MAP && choices.isEmpty() ? "text → text" : "text → " + choices;
        };
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
