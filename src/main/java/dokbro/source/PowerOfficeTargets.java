package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Run;
import dokbro.run.TargetRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A register as Go has it, from which Dokbro deletes nothing. */
final class PowerOfficeTargets implements TargetRecords {

    private final PowerOfficeClient poweroffice;
    private final String path;
    private final Function<Run, List<JsonNode>> list;

    /** @param path of one record, without its id */
    PowerOfficeTargets(PowerOfficeClient poweroffice, String path, Function<Run, List<JsonNode>> list) {
        this.poweroffice = poweroffice;
        this.path = path;
        this.list = list;
    }

    @Override
    public Optional<JsonNode> find(Run run, String targetId) {
        return poweroffice.find(run.company(), path + "/" + ApiCall.segment(targetId));
    }

    @Override
    public List<JsonNode> since(Run run, LocalDate from) {
        return list.apply(run);
    }
}
