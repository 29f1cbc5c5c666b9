package dokbro.console;

import dokbro.audit.Audit;
import dokbro.audit.AuditRefused;
import dokbro.audit.AuditStarts;
import dokbro.audit.Audits;
import dokbro.audit.Finding;
import dokbro.audit.Findings;
import dokbro.audit.Repairs;
import dokbro.company.Company;
import dokbro.company.Company.EntitySettings;
import dokbro.console.Paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Audits: what the target itself holds, and the repair of single rows. */
@RestController
@RequestMapping(path = "/api/v1/companies/{company}/audits", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditsApi {

    private static final int LONGEST_NOTE = 500;

    private final Known known;
    private final AuditStarts starts;
    private final Audits audits;
    private final Findings findings;
    private final Repairs repairs;
    private final AuditLog log;

    AuditsApi(Known known, AuditStarts starts, Audits audits, Findings findings, Repairs repairs, AuditLog log) {
        this.known = known;
        this.starts = starts;
        this.audits = audits;
        this.findings = findings;
        this.repairs = repairs;
        this.log = log;
    }

    /**
     * What is wanted.
     *
     * @param entity null for every enabled entity that can be read back
     * @param from first day, null for the window of the entity's deep run
     */
    record AuditWanted(String entity, LocalDate from) {}

    /**
     * What has begun.
     *
     * @param audits one an entity
     * @param going entities whose audit is going already, and was not begun anew
     */
    record Begun(List<AuditAnswer> audits, List<String> going) {}

    /** @param note why, in the words of whoever repairs; required */
    record RepairWanted(String note) {
        private String required() {
            String text = note == null ? "" : note.strip();
            if (text.isEmpty() || text.length() > LONGEST_NOTE || text.chars().anyMatch(Character::isISOControl)) {
                throw Refused.wrong("note", "note is required, 1 to " + LONGEST_NOTE + " characters on one line.");
            }
            return text;
        }
    }

    @Operation(
            summary = "Compares what the target holds with the links",
            description = "Reads only; of one entity, or of all that can be read back.")
    @ApiResponse(responseCode = "202", description = "What has begun; Location is the list of audits")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Begun> start(@PathVariable String company, @RequestBody AuditWanted wanted, Caller caller) {
        Company of = known.company(company);
        Begun begun = wanted.entity() == null
                ? all(of, wanted.from(), caller)
                : new Begun(List.of(one(of, known.entityFilter(wanted.entity()), wanted.from(), caller)), List.of());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/companies/" + company + "/audits"))
                .body(begun);
    }

    private Begun all(Company company, LocalDate from, Caller caller) {
        List<AuditAnswer> begun = new ArrayList<>();
        List<String> going = new ArrayList<>();
        for (String entity : starts.audited()) {
            EntitySettings settings = company.entities().get(entity);
            if (settings == null || !settings.enabled()) {
                continue;
            }
            try {
                begun.add(one(company, entity, from, caller));
            } catch (AuditRefused refused) {
                if (refused.why() != AuditRefused.Why.GOING) {
                    throw refused;
                }
                going.add(entity);
            }
        }
        if (begun.isEmpty()) {
            throw Refused.conflict(
                    going.isEmpty()
                            ? "No entity that can be audited is enabled for " + company.key() + "."
                            : "All audits are going already: " + Problems.list(going) + ".");
        }
        return new Begun(begun, going);
    }

    private AuditAnswer one(Company company, String entity, LocalDate from, Caller caller) {
        Audit audit = starts.start(company, entity, from, caller.name(), null).audit();
        log.add(caller.name(), "audit-start", company.key(), entity + ", audit " + audit.id(), null);
        return AuditAnswer.of(audit);
    }

    @Operation(summary = "The audits of a company, newest first")
    @GetMapping
    Page<AuditAnswer> audits(
            @PathVariable String company,
            @RequestParam(required = false) String entity,
            @RequestParam(required = false) Audit.State state,
            @Valid @ParameterObject Paging paging) {
        known.company(company);
        String of = known.entityFilter(entity);
        List<AuditAnswer> items = audits.page(company, of, state, paging.page(), paging.size()).stream()
                .map(AuditAnswer::of)
                .toList();
        return paging.page(items, audits.count(company, of, state));
    }

    @Operation(summary = "One audit with its counts")
    @GetMapping("/{id}")
    AuditAnswer audit(@PathVariable String company, @PathVariable long id) {
        return AuditAnswer.of(find(company, id));
    }

    @Operation(summary = "What an audit found")
    @GetMapping("/{id}/rows")
    Page<AuditAnswer.Row> rows(
            @PathVariable String company,
            @PathVariable long id,
            @RequestParam(required = false) Finding.Kind kind,
            @Valid @ParameterObject Paging paging,
            Caller caller) {
        String entity = find(company, id).entity();
        List<AuditAnswer.Row> items = findings.page(id, kind, paging.page(), paging.size()).stream()
                .map(row -> AuditAnswer.Row.of(row, entity, caller))
                .toList();
        return paging.page(items, findings.count(id, kind));
    }

    @Operation(
            summary = "Repairs one row, and waits for what comes of it",
            description =
                    "MISSING is made anew, CHANGED put back as it was sent, ORPHAN taken away. The source is read anew,"
                            + " so what has changed there meanwhile wins.")
    @PostMapping(path = "/{id}/rows/{row}/repair", consumes = MediaType.APPLICATION_JSON_VALUE)
    AuditAnswer.Row repair(
            @PathVariable String company,
            @PathVariable long id,
            @PathVariable long row,
            @RequestBody RepairWanted wanted,
            Caller caller) {
        Audit audit = find(company, id);
        Finding found = findings.find(id, row)
                .orElseThrow(() -> Refused.notThere("There is no row " + row + " of audit " + id + "."));
        String note = wanted.required();
        Finding done = repairs.repair(known.company(company), audit, found, note, caller.name());
        String what = audit.entity() + " " + (found.sourceId() == null ? found.targetId() : found.sourceId());
        log.add(
                caller.name(),
                "audit-repair",
                company,
                what + ", audit " + id + ", " + found.kind() + ", run "
                        + done.repair().run(),
                note);
        return AuditAnswer.Row.of(done, audit.entity(), caller);
    }

    private Audit find(String company, long id) {
        known.company(company);
        return audits.find(company, id)
                .orElseThrow(() -> Refused.notThere("There is no audit " + id + " of " + company + "."));
    }
}
