package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.Api;
import dokbro.api.ApiCall;
import dokbro.failure.Reason;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Run;
import dokbro.run.TargetRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Salary lines as Go has them; its list has those of this integration alone, and no filter (contracts, section 3.8). A line that a user has
 * deleted stays readable there; it pays nobody, so here it is gone.
 */
@Component
class SalaryLines implements TargetRecords {

    static final String PATH = "SalaryLines";

    private final PowerOfficeClient poweroffice;

    SalaryLines(PowerOfficeClient poweroffice) {
        this.poweroffice = poweroffice;
    }

    @Override
    public Optional<JsonNode> find(Run run, String targetId) {
        return poweroffice.find(run.company(), one(targetId)).filter(SalaryLines::stands);
    }

    /** A line has no work date: all of them. */
    @Override
    public List<JsonNode> since(Run run, LocalDate from) {
        List<JsonNode> lines = new ArrayList<>();
        each(run, from, lines::addAll);
        return lines;
    }

    @Override
    public void each(Run run, LocalDate from, Consumer<List<JsonNode>> part) {
        poweroffice.pages(
                run.company(),
                PATH,
                Map.of(),
                page -> part.accept(page.stream().filter(SalaryLines::stands).toList()));
    }

    @Override
    public Optional<ApiCall> takeAway(Run run, String targetId) {
        return Optional.of(new ApiCall(run.company(), "DELETE", one(targetId), Map.of(), null).to(Api.POWEROFFICE));
    }

    /**
     * A line in a payroll and one that a user has deleted are refused alike, and a change not always with 409; and a 404 may be about what the
     * line refers to.
     */
    @Override
    public Optional<Reason> closed(Run run, String targetId) {
        Optional<JsonNode> line = poweroffice.find(run.company(), one(targetId));
        if (line.filter(SalaryLines::stands).isEmpty()) {
            return Optional.of(Reason.DELETED_IN_GO);
        }
        return Optional.of(line.get().path("IsLocked").asBoolean() ? Reason.LOCKED_IN_GO : Reason.REFUSED);
    }

    private static boolean stands(JsonNode line) {
        return !line.path("IsDeletedByUser").asBoolean();
    }

    private static String one(String targetId) {
        return PATH + "/" + ApiCall.segment(targetId);
    }
}
