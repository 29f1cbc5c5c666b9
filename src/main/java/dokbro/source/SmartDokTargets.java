package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.api.ApiCall;
import dokbro.entity.FirstMatch;
import dokbro.run.Run;
import dokbro.run.SmartDokWrites;
import dokbro.run.TargetRecords;
import dokbro.smartdok.SmartDokClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Master data as SmartDok has it. */
final class SmartDokTargets implements TargetRecords {

    private static final String NUMBER = "SubProjectNumber";

    private final SmartDokClient smartdok;
    private final String entity;
    private final String path;
    private final Function<Run, List<JsonNode>> list;
    private final UnaryOperator<JsonNode> asSent;

    /**
     * @param path of one record, without its id
     * @param asSent see {@link TargetRecords#asSent}
     */
    private SmartDokTargets(
            SmartDokClient smartdok,
            String entity,
            String path,
            Function<Run, List<JsonNode>> list,
            UnaryOperator<JsonNode> asSent) {
        this.smartdok = smartdok;
        this.entity = entity;
        this.path = path;
        this.list = list;
        this.asSent = asSent;
    }

    static SmartDokTargets projects(SmartDokClient smartdok, SmartDokLists lists) {
        return new SmartDokTargets(smartdok, "projects", "Projects", lists::projects, UnaryOperator.identity());
    }

    /** With the numbers that are sent: a sub-project's own, whether people have written its parent's in front or not. */
    static SmartDokTargets subProjects(SmartDokClient smartdok, SmartDokLists lists) {
        return new SmartDokTargets(
                smartdok, "sub-projects", "SubProjects", lists::subProjects, SmartDokTargets::withOwnNumber);
    }

    /** With the numbers that SmartDok shows. */
    static SmartDokTargets subProjectsAsShown(SmartDokClient smartdok, SmartDokLists lists) {
        return new SmartDokTargets(
                smartdok, "sub-projects", "SubProjects", lists::subProjects, UnaryOperator.identity());
    }

    static SmartDokTargets activities(SmartDokClient smartdok, SmartDokLists lists) {
        return new SmartDokTargets(
                smartdok, "activities", "WorkDescriptions", lists::activities, UnaryOperator.identity());
    }

    static SmartDokTargets machines(SmartDokClient smartdok, SmartDokLists lists) {
        return new SmartDokTargets(smartdok, "machines", "Machines", lists::machines, UnaryOperator.identity());
    }

    static SmartDokTargets goods(SmartDokClient smartdok, SmartDokLists lists) {
        return new SmartDokTargets(smartdok, "goods", "Goods", lists::goods, UnaryOperator.identity());
    }

    @Override
    public Optional<JsonNode> find(Run run, String targetId) {
        return smartdok.find(run.company(), path + "/" + ApiCall.segment(targetId))
                .map(asSent);
    }

    @Override
    public List<JsonNode> since(Run run, LocalDate from) {
        return list.apply(run).stream().map(asSent).toList();
    }

    @Override
    public JsonNode asSent(JsonNode record) {
        return asSent.apply(record);
    }

    private static JsonNode withOwnNumber(JsonNode subProject) {
        String parent = SmartDokLists.text(subProject.path("Project"), "ProjectNumber");
        String number = SmartDokLists.text(subProject, NUMBER);
        String own = FirstMatch.ownNumber(parent, number);
        return own == null || own.equals(number) ? subProject : ((ObjectNode) subProject.deepCopy()).put(NUMBER, own);
    }

    /** A sub-project's ProjectId goes into the address. */
    @Override
    public JsonNode owned(JsonNode payload) {
        return ((ObjectNode) payload.deepCopy()).retain(SmartDokWrites.writable(entity));
    }
}
