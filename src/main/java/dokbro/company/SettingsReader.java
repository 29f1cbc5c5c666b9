package dokbro.company;

import dokbro.company.Key.Type;
import dokbro.company.Settings.Origin;
import dokbro.company.Settings.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Walks one file's nodes along the table of keys: known keys become settings and secrets, everything else a problem. */
final class SettingsReader {

    private final FileProblems problems;
    private final ScalarReader scalars;
    private final Map<String, Setting> settings = new TreeMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    SettingsReader(FileProblems problems, ScalarReader scalars) {
        this.problems = problems;
        this.scalars = scalars;
    }

    /**
     * What a file says, with defaults for what it does not say.
     *
     * @param secrets by path
     * @param lines of keys and sections that stand in the file
     * @param secretFiles that were read or should have been
     */
    record Contents(
            Settings settings, Map<String, String> secrets, Map<String, Integer> lines, Set<Path> secretFiles) {}

    Contents read(MappingNode top) {
        section("", top);
        for (Key key : Keys.all()) {
            if (!lines.containsKey(key.path())) {
                absent(key);
            }
        }
        return new Contents(new Settings(new TreeMap<>(settings)), secrets, lines, scalars.secretFiles());
    }

    private void section(String path, MappingNode node) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                problems.add(tuple.getKeyNode(), path, "a key must be a text");
            } else if (seen.add(name.getValue())) {
                entry(path, name, tuple.getValueNode());
            } else {
                String shown = Keys.path(path, UnknownKey.shown(name.getValue()));
                Integer first = lines.get(Keys.path(path, name.getValue()));
                problems.add(name, shown, "stands twice" + (first == null ? "" : "; first on line " + first));
            }
        }
    }

    private void entry(String section, ScalarNode name, Node value) {
        String path = Keys.path(section, name.getValue());
        boolean nested = name.getValue().indexOf('.') < 0;
        Key key = nested ? Keys.find(path) : null;
        if (key != null) {
            lines.put(path, FileProblems.line(name));
            leaf(key, value);
        } else if (nested && Keys.isSection(path)) {
            lines.put(path, FileProblems.line(name));
            if (value instanceof MappingNode mapping) {
                section(path, mapping);
            } else if (!empty(value)) {
                unreadable.add(path);
                problems.add(value, path, "must hold keys: " + String.join(", ", Keys.namesIn(path)));
            }
        } else {
            String shown = UnknownKey.shown(name.getValue());
            problems.add(name, Keys.path(section, shown), UnknownKey.message(section, shown));
        }
    }

    private void leaf(Key key, Node node) {
        try {
            if (key.type() == Type.LIST) {
                put(key, list(key, node));
            } else if (key.type() == Type.MAP) {
                put(key, map(key, node));
            } else {
                scalar(key, node);
            }
        } catch (WrongValue e) {
            problems.add(node, key.path(), e.getMessage());
        }
    }

    private void scalar(Key key, Node node) throws WrongValue {
        if (!(node instanceof ScalarNode scalar)) {
            throw new WrongValue("must be a single value");
        }
        ScalarReader.Read read = scalars.read(key, scalar);
        if (key.secret()) {
            secrets.put(key.path(), (String) read.value());
        } else {
            settings.put(key.path(), new Setting(read.value(), shown(key, read), Origin.FILE));
        }
    }

    private static Object shown(Key key, ScalarReader.Read read) {
        return switch (key.type()) {
            case SHARE, DURATION, DAYS, DATE -> read.text();
            default -> read.value();
        };
    }

    private List<String> list(Key key, Node node) throws WrongValue {
        if (empty(node)) {
            throw new WrongValue("has no value; give a list such as [\"1\", \"2\"] or leave the key out");
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw new WrongValue("must be a list such as [\"1\", \"2\"]");
        }
        List<String> list = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            inner(key, item, "must be a list of texts").ifPresent(list::add);
        }
        return Collections.unmodifiableList(list);
    }

    private Map<String, String> map(Key key, Node node) throws WrongValue {
        Map<String, String> map = new LinkedHashMap<>();
        if (empty(node)) {
            return map;
        }
        if (!(node instanceof MappingNode mapping)) {
            throw new WrongValue("must be pairs such as {\"A\": \"B\"}");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            var name = inner(key, tuple.getKeyNode(), "must be pairs of texts");
            var value = inner(key, tuple.getValueNode(), "must be pairs of texts");
            if (name.isEmpty() || value.isEmpty()) {
                continue;
            }
            if (map.put(name.get(), value.get()) != null) {
                problems.add(tuple.getKeyNode(), key.path(), "\"" + name.get() + "\" stands twice");
            }
            if (!key.choices().isEmpty() && !key.choices().contains(value.get())) {
                problems.add(
                        tuple.getValueNode(), key.path(), "values must be one of " + String.join(", ", key.choices()));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /** A text inside a list or map; a wrong one is a problem on its own line and does not hide the others. */
    private java.util.Optional<String> inner(Key key, Node node, String otherwise) {
        try {
            if (node instanceof ScalarNode scalar) {
                return java.util.Optional.of((String) scalars.read(key, scalar).value());
            }
            throw new WrongValue(otherwise);
        } catch (WrongValue e) {
            problems.add(node, key.path(), e.getMessage());
            return java.util.Optional.empty();
        }
    }

    private void put(Key key, Object value) {
        settings.put(key.path(), new Setting(value, value, Origin.FILE));
    }

    private void absent(Key key) {
        if (key.required()) {
            int dot = key.path().lastIndexOf('.');
            String section = dot < 0 ? "" : key.path().substring(0, dot);
            if (!unreadable.contains(section)) {
                problems.add(lines.getOrDefault(section, 1), key.path(), "is required");
            }
        } else {
            settings.put(key.path(), fallback(key));
        }
    }

    private static Setting fallback(Key key) {
        if (key.fallback() == null) {
            Object none = Values.none(key);
            return new Setting(none, none, Origin.DEFAULT);
        }
        try {
            Object value = Values.of(key, key.fallback(), key.fallback());
            return new Setting(value, shown(key, new ScalarReader.Read(value, key.fallback())), Origin.DEFAULT);
        } catch (WrongValue e) {
            throw new IllegalStateException("Wrong default of " + key.path(), e);
        }
    }

    private static boolean empty(Node node) {
        return node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
    }
}
