package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Dokbro;
import dokbro.api.Api;
import dokbro.api.ApiCall;
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

/** Hours as Go has them. Go's list filters on the time of change only (design, ruling 10.2). */
@Component
class TimeEntries implements TargetRecords {

    static final String PATH = "TimeTracking/EntryTime";

    private final PowerOfficeClient poweroffice;

    TimeEntries(PowerOfficeClient poweroffice) {
        this.poweroffice = poweroffice;
    }

    @Override
    public Optional<JsonNode> find(Run run, String targetId) {
        return poweroffice.find(run.company(), PATH + "/" + ApiCall.segment(targetId));
    }

    /** An entry may be made long before its day, as planned absence is: the company's whole time with Dokbro is read. */
    @Override
    public List<JsonNode> since(Run run, LocalDate from) {
        List<JsonNode> entries = new ArrayList<>();
        each(run, from, entries::addAll);
        return entries;
    }

    @Override
    public void each(Run run, LocalDate from, Consumer<List<JsonNode>> part) {
        String goLive =
                run.company().startDate().atStartOfDay(Dokbro.OSLO).toInstant().toString();
        Map<String, String> query = Map.of("lastChangedDateTimeOffsetGreaterThan", goLive);
        poweroffice.pages(
                run.company(),
                PATH,
                query,
                page -> part.accept(page.stream()
                        .filter(entry -> !day(entry).isBefore(from))
                        .toList()));
    }

    @Override
    public Optional<ApiCall> takeAway(Run run, String targetId) {
        return Optional.of(new ApiCall(run.company(), "DELETE", PATH + "/" + ApiCall.segment(targetId), Map.of(), null)
                .to(Api.POWEROFFICE));
    }

    private static LocalDate day(JsonNode entry) {
        return LocalDate.parse(SmartDokLists.text(entry, "Date").substring(0, 10));
    }
}
