package dokbro.entity.vouchers;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.company.Company.Orders;
import dokbro.company.VoucherSettings;
import dokbro.entity.Catalogue;
import dokbro.entity.Correction;
import dokbro.entity.Decimals;
import dokbro.entity.Entity;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.entity.vouchers.VoucherFacts.Line;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Groups of machine hours or of goods consumption become manual journal vouchers. A posted voucher cannot be changed: any change reverses it
 * and posts it anew, under the next generation's reference. Prices stay as they were first sent.
 */
public final class CostVouchers implements Entity<VoucherFacts> {

    private static final Set<String> WHOLE = Set.of(
            "VoucherDate",
            "CurrencyCode",
            "Description",
            "ExternalImportReference",
            "VoucherLines",
            "ManualVoucherLines");

    private final CostKind kind;

    public CostVouchers(CostKind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.entity();
    }

    @Override
    public Class<VoucherFacts> factsType() {
        return VoucherFacts.class;
    }

    /** @param source a {@link CostGroup} as JSON */
    @Override
    public List<Part<VoucherFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        CostGroup group = Json.mapper().convertValue(source, CostGroup.class);
        CostRow first = group.rows().get(0);
        if (first.skipped() != null) {
            return List.of(Part.skipped(group.id(), group.id(), group.date(), first.skipped()));
        }
        for (CostRow row : group.rows()) {
            if (row.unreadable() != null) {
                RecordFailure why =
                        new RecordFailure(Reason.UNREADABLE, kind.title() + " " + row.key(), row.unreadable());
                return List.of(Part.refused(group.id(), group.id(), group.date(), why));
            }
        }
        VoucherFacts facts = facts(group);
        Catalogue.Project project = catalogue.projects().get(first.projectId());
        String skipped = skipped(facts, project, company);
        if (skipped != null) {
            return List.of(Part.skipped(group.id(), group.id(), group.date(), facts, skipped));
        }
        if (project == null) {
            return List.of(Part.refused(
                    group.id(),
                    group.id(),
                    group.date(),
                    new RecordFailure(Reason.NOT_LINKED, "prosjekt med id " + first.projectId())));
        }
        return List.of(Part.of(group.id(), group.id(), group.date(), facts));
    }

    /** No quantity at all: the voucher is reversed. */
    @Override
    public boolean nothing(VoucherFacts facts) {
        return facts.lines().stream().allMatch(line -> line.quantity().signum() == 0);
    }

    @Override
    public List<Part<VoucherFacts>> parts(
            JsonNode source, Company company, Catalogue catalogue, Map<String, VoucherFacts> sent) {
        return parts(source, company, catalogue).stream()
                .map(part -> part.facts() == null || !sent.containsKey(part.key())
                        ? part
                        : part.with(keeping(part.facts(), sent.get(part.key()))))
                .toList();
    }

    /** Prices are those of the day the line was first sent. */
    static VoucherFacts keeping(VoucherFacts now, VoucherFacts sent) {
        SortedMap<String, BigDecimal> prices = new TreeMap<>(now.prices());
        sent.prices().forEach((id, price) -> {
            if (now.lines().stream().anyMatch(line -> line.sourceId().equals(id))) {
                prices.put(id, price);
            }
        });
        return new VoucherFacts(now.date(), now.projectId(), now.subProjectId(), now.lines(), prices, now.rows());
    }

    @Override
    public Mapped map(String key, int generation, VoucherFacts facts, Company company, Catalogue catalogue) {
        return new Voucher(kind, facts, company, catalogue).mapped(key, generation);
    }

    /** In kroner: an accountant corrects a voucher by its amount. */
    @Override
    public Correction correction(VoucherFacts facts, Catalogue catalogue) {
        Catalogue.Project project = catalogue.projects().get(facts.projectId());
        BigDecimal sum = facts.lines().stream()
                .filter(line -> facts.prices().containsKey(line.sourceId()))
                .map(line -> kind.amount(line.quantity(), facts.prices().get(line.sourceId())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Correction(
                null,
                null,
                project == null ? null : project.number() + " " + project.name(),
                kind.title(),
                Decimals.plain(sum),
                "kr");
    }

    /**
     * A voucher in a locked period cannot be reversed, and one that stands beside another says nothing alone: no further change takes either
     * away. A draft can always go.
     */
    @Override
    public boolean fixed(JsonNode sent, Catalogue catalogue) {
        LocalDate locked = catalogue.lockDate();
        boolean inLocked = false;
        for (JsonNode line : sent.path("VoucherLines")) {
            inLocked |= locked != null
                    && !LocalDate.parse(line.path("PostingDate").asText()).isAfter(locked);
        }
        return inLocked || Voucher.isDifference(sent);
    }

    /**
     * What must be posted beside a voucher that Go has locked, so that the two together say what SmartDok says now. Lines are the differences
     * in quantity and amount; the first open day is its date.
     *
     * @param sent as the locked voucher has it
     * @param now with the prices of the ones that were sent; null when nothing is left
     * @throws RecordFailure PERIOD_LOCKED where late vouchers are a task
     */
    @Override
    public Mapped difference(
            String key, int generation, VoucherFacts sent, VoucherFacts now, Company company, Catalogue catalogue) {
        return new Voucher(kind, sent, company, catalogue).difference(key, generation, now);
    }

    /** What the voucher costs the project: the sum of the lines with a project. */
    @Override
    public BigDecimal held(JsonNode record, Company company) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String lines : List.of("VoucherLines", "ManualVoucherLines")) {
            for (JsonNode line : record.path(lines)) {
                sum = line.hasNonNull("ProjectId")
                        ? sum.add(line.path("CurrencyAmount").decimalValue())
                        : sum;
            }
        }
        return sum;
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.of(
                "date", WHOLE,
                "projectId", WHOLE,
                "subProjectId", WHOLE,
                "lines", WHOLE,
                "prices", Set.of(),
                "rows", Set.of());
    }

    @Override
    public Set<String> patchable() {
        return Set.of();
    }

    @Override
    public boolean replaceable() {
        return true;
    }

    @Override
    public Set<String> marked() {
        return Set.of("ExternalImportReference");
    }

    private String skipped(VoucherFacts facts, Catalogue.Project project, Company company) {
        if (facts.date().isBefore(company.startDate())) {
            return "before-start-date";
        }
        if (project != null && project.order() && company.workHours().orders() == Orders.SKIP) {
            return "order";
        }
        VoucherSettings settings = kind.settings(company);
        return settings.skipWithoutPrice() && facts.prices().isEmpty() && !nothing(facts) ? "no-price" : null;
    }

    private static VoucherFacts facts(CostGroup group) {
        SortedMap<String, BigDecimal> quantities = new TreeMap<>();
        SortedMap<String, BigDecimal> prices = new TreeMap<>();
        List<String> keys = new ArrayList<>();
        for (CostRow row : group.rows()) {
            quantities.merge(row.sourceId(), row.quantity(), BigDecimal::add);
            if (row.price() != null) {
                prices.put(row.sourceId(), Decimals.plain(row.price()));
            }
            keys.add(row.key());
        }
        List<Line> lines = new ArrayList<>();
        quantities.forEach((id, quantity) -> lines.add(new Line(id, Decimals.plain(quantity))));
        CostRow first = group.rows().get(0);
        return new VoucherFacts(
                group.date(), first.projectId(), first.subProjectId(), List.copyOf(lines), prices, List.copyOf(keys));
    }
}
