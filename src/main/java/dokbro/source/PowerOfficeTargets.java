package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.api.ApiCall;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Run;
import dokbro.run.TargetRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A register as Go has it, from which Dokbro deletes nothing. */
final class PowerOfficeTargets implements TargetRecords {

    private static final String PARENT = "ParentProjectId";

    private final PowerOfficeClient poweroffice;
    private final String path;
    private final Function<Run, List<JsonNode>> list;
    private final Predicate<JsonNode> mine;
    private final UnaryOperator<JsonNode> asSent;

    /**
     * @param path of the resource
     * @param mine which of the listed records belong to the entity
     * @param asSent see {@link TargetRecords#asSent}
     */
    PowerOfficeTargets(
            PowerOfficeClient poweroffice,
            String path,
            Function<Run, List<JsonNode>> list,
            Predicate<JsonNode> mine,
            UnaryOperator<JsonNode> asSent) {
        this.poweroffice = poweroffice;
        this.path = path;
        this.list = list;
        this.mine = mine;
        this.asSent = asSent;
    }

    /** A register all of whose records belong to the entity. */
    PowerOfficeTargets(PowerOfficeClient poweroffice, String path, Function<Run, List<JsonNode>> list) {
        this(poweroffice, path, list, record -> true, UnaryOperator.identity());
    }

    static PowerOfficeTargets projects(PowerOfficeClient poweroffice, PowerOfficeLists lists) {
        return projects(poweroffice, lists, project -> !hasParent(project), UnaryOperator.identity());
    }

    /** With the codes that are sent: a sub-project's own, without its parent's. */
    static PowerOfficeTargets subProjects(PowerOfficeClient poweroffice, PowerOfficeLists lists) {
        return projects(poweroffice, lists, PowerOfficeTargets::hasParent, PowerOfficeTargets::withOwnCode);
    }

    /** With the codes that Go shows: {@code parent.sub}. */
    static PowerOfficeTargets subProjectsAsShown(PowerOfficeClient poweroffice, PowerOfficeLists lists) {
        return projects(poweroffice, lists, PowerOfficeTargets::hasParent, UnaryOperator.identity());
    }

    static PowerOfficeTargets activities(PowerOfficeClient poweroffice, PowerOfficeLists lists) {
        return new PowerOfficeTargets(
                poweroffice,
                "TimeTracking/ActivityTime",
                lists::activities,
                activity -> true,
                UnaryOperator.identity());
    }

    private static PowerOfficeTargets projects(
            PowerOfficeClient poweroffice,
            PowerOfficeLists lists,
            Predicate<JsonNode> mine,
            UnaryOperator<JsonNode> asSent) {
        return new PowerOfficeTargets(poweroffice, "Projects", lists::projects, mine, asSent);
    }

    private static boolean hasParent(JsonNode project) {
        return project.hasNonNull(PARENT);
    }

    @Override
    public Optional<JsonNode> find(Run run, String targetId) {
        return poweroffice
                .find(run.company(), path + "/" + ApiCall.segment(targetId))
                .filter(mine)
                .map(this::asSent);
    }

    @Override
    public List<JsonNode> since(Run run, LocalDate from) {
        return list.apply(run).stream().filter(mine).map(this::asSent).toList();
    }

    @Override
    public JsonNode asSent(JsonNode record) {
        return asSent.apply(record);
    }

    /** No code has another dot than the one behind the parent's. */
    private static JsonNode withOwnCode(JsonNode project) {
        String code = SmartDokLists.text(project, "Code");
        int dot = code == null ? -1 : code.indexOf('.');
        return dot < 0 ? project : ((ObjectNode) project.deepCopy()).put("Code", code.substring(dot + 1));
    }
}
