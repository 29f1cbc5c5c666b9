package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.api.ApiAnswer;
import dokbro.api.ApiCall;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/**
 * The calls that carry a record out in SmartDok. Its PUT replaces the whole resource: the record is read, the members that Dokbro owns are
 * set, and every other writable member goes back as it was read (contracts, SmartDok section 2).
 */
@Component
public class SmartDokWrites {

    /** What the inputs take, contracts sections 3.1 to 3.3; other members of an answer are read-only. */
    private static final Map<String, Set<String>> WRITABLE = Map.of(
            "projects",
            Set.of(
                    "ProjectName",
                    "ProjectNumber",
                    "DescriptionText",
                    "Location",
                    "CustomerId",
                    "StartDate",
                    "EndDate",
                    "Departments",
                    "ProjectOwnerName",
                    "ProjectOwnerEmail",
                    "ProjectOwnerMobile",
                    "ClientCompanyName",
                    "ClientCompanyContact",
                    "ClientCompanyEmail",
                    "ClientCompanyMobile",
                    "DocumentUrl",
                    "CalculatedTimeConsumption",
                    "HourlyRate",
                    "InternalCostPerHour",
                    "UserIds",
                    "IsActive",
                    "IsAbsenceProject",
                    "Finished",
                    "ToBeInvoiced",
                    "GeoLocation",
                    "InvoiceCalculationNote",
                    "OrderTypeId",
                    "HSEResponsibleId",
                    "QAResponsibleId",
                    "ExternalReference"),
            "sub-projects",
            Set.of(
                    "SubProjectName",
                    "SubProjectNumber",
                    "IsActive",
                    "StartDate",
                    "EndDate",
                    "DescriptionText",
                    "ClientCompanyName",
                    "DocumentUrl",
                    "CalculatedHourUse",
                    "Location",
                    "GeoLocation",
                    "InvoiceCalculationNote",
                    "HSEResponsibleId",
                    "QAResponsibleId"),
            "activities",
            Set.of("Name", "Number", "IsActive", "Price", "InternalRate"));

    private final Entities entities;

    SmartDokWrites(Entities entities) {
        this.entities = entities;
    }

    /** Which members of an entity's record can be written, by SmartDok's names. */
    public static Set<String> writable(String entity) {
        return WRITABLE.get(entity);
    }

    /** Reads the record that is about to be changed. */
    public ApiCall read(
            String path, @ExchangeProperty("transfer") Transfer transfer, @ExchangeProperty("run") Run run) {
        return ApiCall.get(run.company(), filled(path, transfer), Map.of());
    }

    /** What was read, with the owned members that differ set; where none differs nothing is written. */
    public void merge(
            @Body ApiAnswer answer, @ExchangeProperty("transfer") Transfer transfer, @ExchangeProperty("run") Run run) {
        if (!(answer.body() instanceof ObjectNode current)) {
            throw new RecordFailure(Reason.BAD_ANSWER, "SmartDok", "an empty answer to a read");
        }
        JsonNode asSent = entities.find(run.company(), transfer.kind())
                .orElseThrow()
                .targets()
                .asSent(current);
        List<PlanRow.Change> changes = TargetRecord.changes(asSent, owned(transfer));
        if (changes.isEmpty()) {
            transfer.nothingToWrite();
            return;
        }
        ObjectNode whole = current.deepCopy();
        whole.retain(WRITABLE.get(transfer.kind()));
        changes.forEach(change -> whole.set(change.field(), change.to()));
        transfer.whole(whole);
    }

    /** POST for a new record, PUT for a changed one. */
    public ApiCall write(
            String create,
            String change,
            @ExchangeProperty("transfer") Transfer transfer,
            @ExchangeProperty("run") Run run) {
        ApiCall call = transfer.row().operation() == Operation.CREATE
                ? new ApiCall(run.company(), "POST", filled(create, transfer), Map.of(), owned(transfer))
                : new ApiCall(run.company(), "PUT", filled(change, transfer), Map.of(), transfer.whole());
        // Only now: what fails before this has certainly sent nothing.
        transfer.sending();
        return call;
    }

    /** On an update only what the changed facts touch; the rest of the record belongs to whoever edits it in SmartDok. */
    private static ObjectNode owned(Transfer transfer) {
        ObjectNode owned = transfer.payload().deepCopy();
        owned.retain(WRITABLE.get(transfer.kind()));
        if (transfer.row().operation() == Operation.UPDATE) {
            owned.retain(transfer.touched());
            JsonNode before = transfer.link().payload();
            // What went before and is no more, such as the customer of a project.
            transfer.touched().stream()
                    .filter(member -> WRITABLE.get(transfer.kind()).contains(member))
                    .filter(member -> !owned.has(member) && before != null && before.hasNonNull(member))
                    .forEach(owned::putNull);
        }
        return owned;
    }

    private static String filled(String path, Transfer transfer) {
        return path.contains("{id}")
                ? path.replace("{id}", ApiCall.segment(transfer.row().targetId()))
                : path.contains("{ProjectId}")
                        ? path.replace(
                                "{ProjectId}",
                                ApiCall.segment(
                                        transfer.payload().path("ProjectId").asText()))
                        : path;
    }
}
