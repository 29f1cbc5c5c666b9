package dokbro.company;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * From bytes to YAML's node graph, which knows the line of every value. Takes the plain part of YAML only: one document, a mapping, UTF-8,
 * no anchors, no tags. Messages never quote the text of the file: a secret may stand in it.
 */
final class YamlReader {

    private static final int LARGEST = 256 * 1024;
    private static final int DEEPEST = 20;

    private static final String ANCHORS =
            "anchors (&) and aliases (*) are not allowed; a value that begins with * or & must stand in quotes";

    private final FileProblems problems;

    YamlReader(FileProblems problems) {
        this.problems = problems;
    }

    /** The mapping at the top; null when the file cannot be taken, which is then among the problems. */
    MappingNode read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            problems.add(0, "", "the file is larger than " + LARGEST / 1024 + " KB");
            return null;
        }
        String text = decode(bytes);
        if (text == null) {
            return null;
        }
        try {
            return plain(text) ? mapping(text) : null;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(line, "", message(e));
        } catch (ReaderException e) {
            problems.add(lineAt(text, e.getPosition()), "", "character that YAML does not allow");
        } catch (YAMLException e) {
            problems.add(0, "", "not YAML: nested too deep or too large");
        }
        return null;
    }

    private static String message(MarkedYAMLException e) {
        if (e.getProblem() != null && e.getProblem().contains("TAB")) {
            return "tab character; indent with blanks";
        }
        if (e.getContext() != null && e.getContext().matches("while scanning an (alias|anchor)")) {
            return ANCHORS;
        }
        return "not YAML: " + e.getProblem();
    }

    private String decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            problems.add(lineAt(text, text.length()), "", "not UTF-8; save the file as UTF-8");
            return null;
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private MappingNode mapping(String text) {
        Node top = yaml().compose(new StringReader(text));
        if (top == null || top instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag())) {
            problems.add(1, "", "the file is empty");
            return null;
        }
        if (top instanceof MappingNode mapping) {
            return mapping;
        }
        problems.add(top, "", "the file must hold keys, one a line, such as name: Nordbygg AS");
        return null;
    }

    private boolean plain(String text) {
        int documents = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            String wrong = null;
            if (event instanceof DocumentStartEvent) {
                documents++;
                wrong = documents > 1 ? "a second document (---); one file is one company" : null;
            } else if (event instanceof NodeEvent node) {
                wrong = refused(node);
            }
            if (wrong != null) {
                problems.add(event.getStartMark().getLine() + 1, "", wrong);
                return false;
            }
        }
        return true;
    }

    private static String refused(NodeEvent event) {
        if (event instanceof AliasEvent || event.getAnchor() != null) {
            return ANCHORS;
        }
        String tag = null;
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof CollectionStartEvent collection) {
            tag = collection.getTag();
        }
        return tag == null ? null : "tags (!) are not allowed; a value that begins with ! must stand in quotes";
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST);
        return new Yaml(new SafeConstructor(options));
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.substring(0, Math.min(position, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
