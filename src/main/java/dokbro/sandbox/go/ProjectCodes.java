package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** The codes of projects as others see them: {@code main}, or {@code main.sub} for a sub-project. */
final class ProjectCodes {

    private static final String CODE = "Code";
    private static final String PARENT = "ParentProjectId";

    private ProjectCodes() {}

    static Shape.Coding coding(Table projects) {
        return new Shape.Coding(code -> find(projects, code), project -> code(projects, project));
    }

    /** The project that has this code. */
    static Optional<ObjectNode> find(Table projects, String code) {
        return projects.all()
                .filter(project -> code(projects, project).asText().equals(code))
                .findFirst();
    }

    /** The code of a project whose parent may be deleted by now. */
    static JsonNode code(Table projects, ObjectNode project) {
        JsonNode parent = project.get(PARENT);
        if (parent.isNull()) {
            return project.get(CODE);
        }
        String main = projects.last(parent.asText()).orElseThrow().get(CODE).asText();
        return TextNode.valueOf(main + "." + project.get(CODE).asText());
    }
}
