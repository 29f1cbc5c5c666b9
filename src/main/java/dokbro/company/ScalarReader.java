package dokbro.company;

import dokbro.company.Key.Type;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads single values: fills in the environment, fetches secrets from files, keeps texts as they were written. */
final class ScalarReader {

    private static final String FILE = "file:";
    private static final Set<Type> TEXTS = EnumSet.of(Type.TEXT, Type.LIST, Type.MAP, Type.SECRET, Type.CHOICE);
    private static final Pattern SAME_AS_WRITTEN = Pattern.compile("0|[1-9][0-9]*");

    private final Placeholders placeholders;
    private final SecretFiles secretFiles;
    private final Set<Path> files = new HashSet<>();

    ScalarReader(Placeholders placeholders, SecretFiles secretFiles) {
        this.placeholders = placeholders;
        this.secretFiles = secretFiles;
    }

    /** A value and the text it came from, the environment filled in. */
    record Read(Object value, String text) {}

    Set<Path> secretFiles() {
        return Collections.unmodifiableSet(files);
    }

    Read read(Key key, ScalarNode node) throws WrongValue {
        String written = node.getValue();
        if (Tag.NULL.equals(node.getTag())) {
            throw new WrongValue("has no value; give one or leave the key out");
        }
        if (TEXTS.contains(key.type())) {
            refuseWhatYamlChanges(key, node);
        }
        String text = placeholders.fill(written).strip();
        if (key.secret() && text.startsWith(FILE)) {
            Path file = secretFiles.path(text.substring(FILE.length()));
            files.add(file);
            text = SecretFiles.read(file);
        }
        boolean hidden = key.secret() || Placeholders.in(written);
        return new Read(Values.of(key, text, hidden ? null : text), text);
    }

    /** Other programs read 01 as 1, 1.10 as 1.1 and a date as a moment; only what every reader takes alike passes without quotes. */
    private static void refuseWhatYamlChanges(Key key, ScalarNode node) throws WrongValue {
        boolean text = Tag.STR.equals(node.getTag()) || node.getScalarStyle() != ScalarStyle.PLAIN;
        boolean number = Tag.INT.equals(node.getTag())
                && SAME_AS_WRITTEN.matcher(node.getValue()).matches();
        if (!text && !number) {
            throw new WrongValue("put it in quotes" + (key.secret() ? "" : ": \"" + node.getValue() + "\""));
        }
    }
}
