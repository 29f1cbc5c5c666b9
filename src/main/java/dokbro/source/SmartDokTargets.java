package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.api.ApiCall;
import dokbro.run.Run;
import dokbro.run.SmartDokWrites;
import dokbro.run.TargetRecords;
import dokbro.smartdok.SmartDokClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Master data as SmartDok has it. */
final class SmartDokTargets implements TargetRecords {

    private final SmartDokClient smartdok;
    private final String entity;
    private final String path;
    private final Function<Run, List<JsonNode>> list;

    /** @param path of one record, without its id */
    SmartDokTargets(SmartDokClient smartdok, String entity, String path, Function<Run, List<JsonNode>> list) {
        this.smartdok = smartdok;
        this.entity = entity;
        this.path = path;
        this.list = list;
    }

    static SmartDokTargets projects(SmartDokClient smartdok, SmartDokLists lists) {
        return new SmartDokTargets(smartdok, "projects", "Projects", lists::projects);
    }

    static SmartDokTargets subProjects(SmartDokClient smartdok, SmartDokLists lists) {
        return new SmartDokTargets(smartdok, "sub-projects", "SubProjects", lists::subProjects);
    }

    static SmartDokTargets activities(SmartDokClient smartdok, SmartDokLists lists) {
        return new SmartDokTargets(smartdok, "activities", "WorkDescriptions", lists::activities);
    }

    @Override
    public Optional<JsonNode> find(Run run, String targetId) {
        return smartdok.find(run.company(), path + "/" + ApiCall.segment(targetId));
    }

    @Override
    public List<JsonNode> since(Run run, LocalDate from) {
        return list.apply(run);
    }

    /** A sub-project's ProjectId goes into the address. */
    @Override
    public JsonNode owned(JsonNode payload) {
        return ((ObjectNode) payload.deepCopy()).retain(SmartDokWrites.writable(entity));
    }
}
