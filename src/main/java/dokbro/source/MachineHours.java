package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.entity.vouchers.CostKind;
import dokbro.entity.vouchers.CostRow;
import dokbro.entity.vouchers.MachineRows;
import dokbro.run.EntityState;
import dokbro.run.Run;
import dokbro.smartdok.SmartDokClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Machine hours stand in approved registrations, and nowhere else (contracts, SmartDok section 3.7). */
@Component
class MachineHours implements CostRows {

    private final SmartDokClient smartdok;
    private final Approvals approvals;
    private final Confirmation confirmation;
    private final EntityState states;

    MachineHours(SmartDokClient smartdok, Approvals approvals, Confirmation confirmation, EntityState states) {
        this.smartdok = smartdok;
        this.approvals = approvals;
        this.confirmation = confirmation;
        this.states = states;
    }

    @Override
    public CostKind kind() {
        return CostKind.MACHINE_HOURS;
    }

    @Override
    public Read read(Run run, LocalDate from, LocalDate to) {
        return read(run, new RegistrationPages.Slice(from, to, null));
    }

    private Read read(Run run, RegistrationPages.Slice whole) {
        List<CostRow> rows = new ArrayList<>();
        Set<String> records = new HashSet<>();
        var pages = new RegistrationPages(
                RegistrationPages.of(run, smartdok),
                List.of(whole),
                registration -> approvals.trusted(run, registration),
                given -> List.of(),
                WholeDays.NONE);
        while (pages.hasNext()) {
            List<JsonNode> page = pages.next();
            page.forEach(registration -> records.add(RegistrationPages.id(registration)));
            rows.addAll(rows(run, page));
        }
        return new Read(rows, records);
    }

    private static List<CostRow> rows(Run run, Collection<JsonNode> registrations) {
        MachineRows machines = new MachineRows(run.company(), run.catalogue());
        return registrations.stream()
                .flatMap(registration -> machines.of(registration).stream())
                .toList();
    }

    @Override
    public String record(String rowKey) {
        return rowKey.split(":")[0];
    }

    @Override
    public Confirmed confirm(Run run, Collection<String> records) {
        Confirmation.Answer answer = confirmation.ask(run, records);
        return new Confirmed(rows(run, answer.there()), answer.unsure());
    }

    @Override
    public List<CostRow> changed(Run run, LocalDate from, LocalDate to) {
        return states.readUntil(run.company().key(), kind().entity())
                .filter(until -> !to.isBefore(from))
                .map(until -> read(run, Slices.changedBefore(to.plusDays(1), from, until))
                        .rows())
                .orElse(List.of());
    }

    @Override
    public Optional<LocalDate> day(Run run, String record) {
        return smartdok.find(run.company(), "WorkHours/" + ApiCall.segment(record))
                .map(Approvals::day);
    }
}
