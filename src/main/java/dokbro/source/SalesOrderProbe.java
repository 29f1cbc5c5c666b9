package dokbro.source;

import dokbro.link.Link;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Probe;
import dokbro.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds orders by their reference, and the invoices that were made of them, which keep it. */
final class SalesOrderProbe implements Probe {

    private final PowerOfficeClient poweroffice;

    SalesOrderProbe(PowerOfficeClient poweroffice) {
        this.poweroffice = poweroffice;
    }

    @Override
    public Map<String, List<String>> find(Run run, List<Link> claims) {
        Map<String, List<String>> found = new HashMap<>();
        both(run)
                .forEach(probe -> probe.find(run, claims)
                        .forEach((source, ids) -> found.computeIfAbsent(source, any -> new ArrayList<>())
                                .addAll(ids)));
        return found;
    }

    @Override
    public List<Marked> marked(Run run, Instant since) {
        return both(run).flatMap(probe -> probe.marked(run, since).stream()).toList();
    }

    private Stream<ReferenceProbe> both(Run run) {
        return Stream.of(
                new ReferenceProbe(poweroffice, SalesOrders.PATH, Map.of(), SalesOrders.LETTERS),
                new ReferenceProbe(
                        poweroffice,
                        SalesOrders.INVOICES,
                        SalesOrders.invoicesSince(run.company().startDate()),
                        SalesOrders.LETTERS));
    }
}
