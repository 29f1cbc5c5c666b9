package dokbro.source;

import dokbro.Json;
import dokbro.company.VoucherSettings.GroupBy;
import dokbro.deadletter.DeadLetter;
import dokbro.entity.vouchers.CostGroup;
import dokbro.entity.vouchers.CostKind;
import dokbro.entity.vouchers.CostRow;
import dokbro.entity.vouchers.CostVouchers;
import dokbro.entity.vouchers.Grouping;
import dokbro.entity.vouchers.SentGroup;
import dokbro.entity.vouchers.VoucherFacts;
import dokbro.failure.FailureClass;
import dokbro.link.Link;
import dokbro.run.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some days of cost, read whole and grouped.
 *
 * @param groups those of which something can be said
 * @param kept groups that were sent and of which nothing can be said now, with the reason, a short code
 */
record CostDays(List<CostGroup> groups, Map<String, String> kept) {

    /** A row changed, or the pages moved, while it was asked for. */
    private static final String MOVING = "still-moving";

    /** A row of the day cannot be read; whose it is nobody knows. */
    private static final String UNREADABLE = "unreadable-row";

    private static final Set<String> OF_SETTINGS = Set.of("category");

    /**
     * Reads the days, and asks for each row by itself that a voucher has and the read did not give: pages move while they are read.
     *
     * @param to null for open
     * @param sent vouchers of these days
     * @param letters current dead letters, by source id
     */
    static CostDays read(
            CostRows source, Run run, LocalDate from, LocalDate to, List<Link> sent, Map<String, DeadLetter> letters) {
        CostRows.Read read = source.read(run, from, to);
        Map<String, CostRow> rows = new HashMap<>();
        read.rows().forEach(row -> rows.put(row.key(), row));
        Set<String> absent = new TreeSet<>();
        sent.forEach(link -> rowsOf(link).stream()
                .map(source::record)
                .filter(record -> !read.records().contains(record))
                .forEach(absent::add));
        CostRows.Confirmed confirmed = source.confirm(run, absent);
        confirmed.there().stream()
                .filter(row -> row.date() == null
                        || !row.date().isBefore(from)
                                && (to == null || !row.date().isAfter(to)))
                .forEach(row -> rows.putIfAbsent(row.key(), row));
        Map<String, String> kept = new HashMap<>();
        sent.stream()
                .filter(link ->
                        rowsOf(link).stream().anyMatch(key -> confirmed.unsure().contains(source.record(key))))
                .forEach(link -> kept.put(link.sourceId(), MOVING));
        sent.forEach(link -> rows.values().stream()
                .filter(row -> row.unreadable() != null
                        && (row.date() == null || row.date().equals(link.date())))
                .forEach(row -> kept.putIfAbsent(link.sourceId(), UNREADABLE)));
        return grouped(source.kind(), run, wanted(rows, sent), sent, letters, kept);
    }

    /**
     * What only a setting leaves out stays in the voucher that it was sent with; what is no consumption any more, or not approved, leaves the
     * voucher that was made of it alone.
     */
    private static List<CostRow> wanted(Map<String, CostRow> rows, List<Link> sent) {
        Set<String> inVouchers = new HashSet<>();
        sent.forEach(link -> inVouchers.addAll(rowsOf(link)));
        List<CostRow> wanted = new ArrayList<>();
        for (CostRow row : rows.values()) {
            boolean skipped = row.skipped() != null && row.unreadable() == null;
            if (!skipped || !inVouchers.contains(row.key())) {
                wanted.add(row);
            } else if (OF_SETTINGS.contains(row.skipped())) {
                wanted.add(row.skipped(null));
            } else if (sent.stream().noneMatch(link -> link.sourceId().equals(row.key()))) {
                wanted.add(row);
            }
        }
        return wanted;
    }

    private static CostDays grouped(
            CostKind kind,
            Run run,
            List<CostRow> rows,
            List<Link> sent,
            Map<String, DeadLetter> letters,
            Map<String, String> kept) {
        CostVouchers vouchers = new CostVouchers(kind);
        List<SentGroup> groups = sent.stream()
                .map(link -> new SentGroup(
                        link.sourceId(),
                        link.date(),
                        Set.copyOf(rowsOf(link)),
                        closed(link, vouchers, letters.get(link.sourceId()), run)))
                .toList();
        GroupBy by = (kind == CostKind.MACHINE_HOURS
                        ? run.company().machineHours()
                        : run.company().goodsConsumption())
                .groupBy();
        List<CostGroup> all = new Grouping(by, groups)
                .of(rows).stream()
                        .filter(group -> !MOVING.equals(kept.get(group.id())))
                        .toList();
        return new CostDays(all, kept);
    }

    /** Go has locked it, or a person has put it right by hand: later rows are a voucher of their own. */
    private static boolean closed(Link link, CostVouchers vouchers, DeadLetter letter, Run run) {
        boolean locked = letter != null
                && letter.failureClass() == FailureClass.LOCKED
                && letter.status() == DeadLetter.Status.OPEN;
        boolean fixed = link.payload() != null && vouchers.fixed(link.payload(), run.catalogue());
        return link.state() == Link.State.SETTLED || locked || fixed;
    }

    /** The keys of the rows in a voucher. */
    static List<String> rowsOf(Link link) {
        return link.facts() == null
                ? List.of()
                : Json.mapper().convertValue(link.facts(), VoucherFacts.class).rows();
    }
}
