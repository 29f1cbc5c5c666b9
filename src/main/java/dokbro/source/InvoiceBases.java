package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Dokbro;
import dokbro.api.ApiCall;
import dokbro.deadletter.DeadLetters;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.link.LinksByTarget;
import dokbro.run.Run;
import dokbro.run.Source;
import dokbro.smartdok.SmartDokClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * SmartDok's invoice bases made in the window, and those that no run may forget, however old: linked ones whose order Go still shows, since
 * a later change carries over, and those that wait or are dead. SmartDok tells no time of change to ask by.
 */
@Component
class InvoiceBases implements Source {

    static final String ENTITY = "invoice-basis";

    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private final SmartDokClient smartdok;
    private final CostRegisters registers;
    private final PowerOfficeLists poweroffice;
    private final Links links;
    private final LinksByTarget byTarget;
    private final DeadLetters deadLetters;
    private final Clock clock;

    InvoiceBases(
            SmartDokClient smartdok,
            CostRegisters registers,
            PowerOfficeLists poweroffice,
            Links links,
            LinksByTarget byTarget,
            DeadLetters deadLetters,
            Clock clock) {
        this.smartdok = smartdok;
        this.registers = registers;
        this.poweroffice = poweroffice;
        this.links = links;
        this.byTarget = byTarget;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    @Override
    public String entity() {
        return ENTITY;
    }

    @Override
    public void prepare(Run run) {
        registers.forInvoices(run);
    }

    @Override
    public String owner(JsonNode source) {
        return SmartDokLists.text(source, "Id");
    }

    @Override
    public Iterator<List<JsonNode>> pages(Run run) {
        Set<String> given = new HashSet<>();
        LocalDate last = run.to() == null ? LocalDate.now(clock.withZone(Dokbro.OSLO)) : run.to();
        Stream<List<JsonNode>> periods =
                InvoicePeriod.around(run.from(), last).stream().map(period -> made(run, period, given));
        // Asked for when all periods are read.
        Stream<List<JsonNode>> others = Stream.generate(() -> byId(run, given)).limit(1);
        return new ReadAhead<>(
                Stream.concat(periods, others).filter(page -> !page.isEmpty()).iterator(), run);
    }

    /** Those of a period that were made in the window and not given before. */
    private List<JsonNode> made(Run run, InvoicePeriod period, Set<String> given) {
        Map<String, String> query = Map.of(
                "fromDate", period.from().toString(), "toDate", period.to().toString());
        return smartdok.list(run.company(), "Invoices", query).stream()
                .filter(invoice -> inWindow(run, invoice))
                .filter(invoice -> given.add(owner(invoice)))
                .toList();
    }

    /** One whose day cannot be read is for the comparison, which says so. */
    private static boolean inWindow(Run run, JsonNode invoice) {
        String created = Objects.requireNonNullElse(SmartDokLists.text(invoice, "Created"), "");
        try {
            LocalDate day = LocalDate.parse(created.substring(0, Math.min(10, created.length())));
            return !day.isBefore(run.from()) && (run.to() == null || !day.isAfter(run.to()));
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    private List<JsonNode> byId(Run run, Set<String> given) {
        Set<String> linked = linked(run);
        Set<String> owners =
                new TreeSet<>(deadLetters.owners(run.company().key(), ENTITY).keySet());
        owners.addAll(linked);
        owners.removeAll(given);
        List<JsonNode> there = new ArrayList<>();
        for (String owner : owners) {
            if (run.ended()) {
                break;
            }
            Optional<JsonNode> found = find(run, owner);
            found.ifPresent(there::add);
            if (found.isEmpty() && linked.contains(owner)) {
                gone(run).add(owner);
            }
        }
        return there;
    }

    /** Linked in the window, or with an order that Go still shows. */
    private Set<String> linked(Run run) {
        LocalDate to = run.to() == null ? NO_END : run.to();
        Set<String> owners = new HashSet<>(
                links.linkedOwners(run.company().key(), ENTITY, run.from(), to).keySet());
        if (run.to() == null) {
            List<String> orders = poweroffice.salesOrders(run).stream()
                    .filter(SalesOrders::ours)
                    .map(order -> SmartDokLists.text(order, "Id"))
                    .toList();
            byTarget.of(run.company().key(), ENTITY, orders).stream()
                    .filter(Link::stands)
                    .map(Link::owner)
                    .forEach(owners::add);
        }
        return owners;
    }

    private Set<String> gone(Run run) {
        return run.once("invoice bases gone", HashSet::new);
    }

    private Optional<JsonNode> find(Run run, String owner) {
        return smartdok.find(run.company(), "Invoices/" + ApiCall.segment(owner));
    }

    @Override
    public List<JsonNode> one(Run run, String owner) {
        return find(run, owner).stream().toList();
    }

    /** Asked for by their ids with the pages, and deleted. */
    @Override
    public List<Missing> missing(Run run, Set<String> seen) {
        return gone(run).stream().map(owner -> new Missing(owner, null)).toList();
    }
}
