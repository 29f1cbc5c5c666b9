package dokbro.company;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong in one file. */
final class FileProblems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    FileProblems(String file) {
        this.file = file;
    }

    void add(int line, String key, String message) {
        found.add(new Problem(file, line, key, message));
    }

    void add(Node where, String key, String message) {
        add(line(where), key, message);
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
