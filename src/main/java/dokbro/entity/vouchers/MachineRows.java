package dokbro.entity.vouchers;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.SourceRecord;
import dokbro.entity.workhours.RegisteredTime;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The machine hours of registrations as rows of cost. The registration's own hours, wage type and employee do not matter to them. */
public final class MachineRows {

    private final Catalogue catalogue;
    private final Prices prices;

    public MachineRows(Company company, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.prices = new Prices(CostKind.MACHINE_HOURS, company, catalogue);
    }

    /**
     * A row for each machine of a registration; one that cannot be read says so in its row.
     *
     * @param registration a WorkHourOutputV2 that is approved
     */
    public List<CostRow> of(JsonNode registration) {
        SourceRecord source = new SourceRecord(registration, "timeregistrering");
        LocalDate date = null;
        String id = source.id();
        try {
            date = source.date("Date");
            if (date == null) {
                throw source.unreadable("Date mangler");
            }
            return rows(id, date, source);
        } catch (RecordFailure why) {
            return List.of(CostRow.unreadable(id, date, why.arguments().get(1)));
        }
    }

    private List<CostRow> rows(String id, LocalDate date, SourceRecord source) {
        Map<String, Integer> ordinals = new HashMap<>();
        List<CostRow> rows = new ArrayList<>();
        List<SourceRecord> machines = new ArrayList<>();
        source.list("MachineHourRegistrations").forEach(node -> machines.add(new SourceRecord(node, "maskintimer")));
        // Equal machines by their hours: the API's order may be another one tomorrow.
        machines.sort(java.util.Comparator.comparingInt(machine -> RegisteredTime.span(machine, "Hours")));
        for (SourceRecord machine : machines) {
            String machineId = machine.required("MachineId");
            machine.required("Hours");
            int ordinal = ordinals.merge(machineId, 1, Integer::sum);
            Catalogue.Machine known = catalogue.machines().get(machineId);
            rows.add(new CostRow(
                    id + ":" + machineId + (ordinal == 1 ? "" : ":" + ordinal),
                    date,
                    source.required("ProjectId"),
                    source.reference("SubProjectId"),
                    machineId,
                    BigDecimal.valueOf(RegisteredTime.span(machine, "Hours")),
                    prices.of(machineId, known == null ? null : known.internalCost()),
                    null,
                    null));
        }
        return rows;
    }
}
