package dokbro.entity.vouchers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.company.VoucherSettings;
import dokbro.entity.Catalogue;
import dokbro.entity.Decimals;
import dokbro.entity.ImportReference;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Mapped.Reference;
import dokbro.entity.Parents;
import dokbro.entity.vouchers.VoucherFacts.Line;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The manual journal voucher of Go for one group: a debit line for each product, with project, product and quantity, and one credit line with
 * none of them. Posted directly, amounts are signed; in a draft they are positive and the account's side says which.
 */
final class Voucher {

    private static final String DIFFERENCE = "Rettelse: ";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** One debit line before it is written; its project and day are those of the facts it comes from. */
    private record Debit(VoucherFacts of, String sourceId, BigDecimal quantity, BigDecimal amount) {

        Debit plus(Debit other) {
            return new Debit(of, sourceId, quantity.add(other.quantity), amount.add(other.amount));
        }

        /** Lines of one project and machine or item are one line. */
        String place() {
            return of.projectId() + ":" + of.subProjectId() + ":" + sourceId;
        }
    }

    private final CostKind kind;
    private final VoucherFacts facts;
    private final Company company;
    private final Catalogue catalogue;
    private final VoucherSettings settings;
    private final ArrayNode lines = Json.mapper().createArrayNode();
    private final Map<String, Reference> references = new LinkedHashMap<>();

    Voucher(CostKind kind, VoucherFacts facts, Company company, Catalogue catalogue) {
        this.kind = kind;
        this.facts = facts;
        this.company = company;
        this.catalogue = catalogue;
        this.settings = kind.settings(company);
        if (settings.debitAccount() == null || settings.creditAccount() == null) {
            throw new RecordFailure(Reason.NO_ACCOUNTS, kind.entity());
        }
    }

    /** The voucher of the facts, dated on the work date, or on the first open day where that is locked. */
    Mapped mapped(String key, int generation) {
        List<Debit> debits = new ArrayList<>();
        for (Line line : facts.lines()) {
            BigDecimal price = facts.prices().get(line.sourceId());
            boolean free = line.quantity().signum() == 0;
            if (price == null && !free && !settings.skipWithoutPrice()) {
                throw new RecordFailure(Reason.NO_PRICE, kind.label(line.sourceId(), catalogue));
            }
            if (price != null && !free) {
                debits.add(new Debit(
                        facts, line.sourceId(), kind.quantity(line.quantity()), kind.amount(line.quantity(), price)));
            }
        }
        return written(key, generation, debits, postingDate(), title());
    }

    /** What lacks beside the facts, which Go has locked; null for now means that nothing should be left. */
    Mapped difference(String key, int generation, VoucherFacts now) {
        SortedMap<String, Debit> debits = new TreeMap<>();
        if (now != null) {
            add(debits, now, BigDecimal.ONE);
        }
        add(debits, facts, BigDecimal.ONE.negate());
        return written(key, generation, List.copyOf(debits.values()), postingDate(), DIFFERENCE + title());
    }

    /** Whether a voucher as it was sent stands beside another. */
    static boolean isDifference(JsonNode sent) {
        return sent.path("Description").asText().startsWith(DIFFERENCE);
    }

    private void add(SortedMap<String, Debit> debits, VoucherFacts group, BigDecimal sign) {
        for (Line line : group.lines()) {
            BigDecimal price = group.prices().get(line.sourceId());
            if (price == null && line.quantity().signum() != 0 && !settings.skipWithoutPrice()) {
                throw new RecordFailure(Reason.NO_PRICE, kind.label(line.sourceId(), catalogue));
            }
            if (price != null) {
                Debit debit = new Debit(
                        group,
                        line.sourceId(),
                        kind.quantity(line.quantity()).multiply(sign),
                        kind.amount(line.quantity(), price).multiply(sign));
                debits.merge(debit.place(), debit, Debit::plus);
            }
        }
    }

    private LocalDate postingDate() {
        LocalDate locked = catalogue.lockDate();
        if (locked == null || facts.date().isAfter(locked)) {
            return facts.date();
        }
        if (settings.lateAreTasks()) {
            throw new RecordFailure(Reason.PERIOD_LOCKED, title(), locked);
        }
        return locked.plusDays(1);
    }

    private Mapped written(String key, int generation, List<Debit> debits, LocalDate posting, String title) {
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("VoucherDate", posting.toString());
        payload.put("CurrencyCode", "NOK");
        payload.put("Description", title);
        if (!settings.draft()) {
            payload.put("ExternalImportReference", ImportReference.of(kind.letters(), key, generation));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Debit debit : debits) {
            // Go takes no line of 0 kr; a price that is too small for an øre costs nothing.
            if (debit.amount().signum() != 0) {
                debit(debit, posting);
                sum = sum.add(debit.amount());
            }
        }
        if (lines.isEmpty()) {
            throw new RecordFailure(Reason.NO_PRICE, title);
        }
        if (sum.signum() != 0) {
            line(settings.creditAccount(), sum.negate(), posting).put("Description", title);
        }
        payload.set(settings.draft() ? "ManualVoucherLines" : "VoucherLines", lines);
        return new Mapped(payload, references);
    }

    private void debit(Debit debit, LocalDate posting) {
        String label = kind.label(debit.sourceId(), catalogue);
        ObjectNode line = line(settings.debitAccount(), debit.amount(), posting);
        line.put("Quantity", Decimals.plain(debit.quantity()));
        line.put("Description", label + ", " + debit.of().date().format(DAY));
        int number = lines.size() - 1;
        references.put(
                place(number, "ProjectId"),
                new Parents(company, catalogue)
                        .project(debit.of().projectId(), debit.of().subProjectId()));
        references.put(
                place(number, "ProductId"),
                new Reference(List.of(kind.products()), debit.sourceId(), "produkt for " + label));
    }

    /** @param amount debit positive, credit negative */
    private ObjectNode line(int account, BigDecimal amount, LocalDate posting) {
        ObjectNode line = lines.addObject();
        line.put("PostingDate", posting.toString());
        line.put("CurrencyAmount", Decimals.plain(settings.draft() ? amount.abs() : amount));
        String side = !settings.draft() ? "" : amount.signum() > 0 ? "Debit" : "Credit";
        int number = lines.size() - 1;
        references.put(
                place(number, side + "AccountId"),
                new Reference(List.of(Kinds.CHOSEN_ACCOUNTS), String.valueOf(account), "konto " + account));
        references.put(
                place(number, side + "VatId"),
                new Reference(List.of(Kinds.CHOSEN_VAT_CODES), settings.vatCode(), "mva-kode " + settings.vatCode()));
        return line;
    }

    private String place(int line, String member) {
        return (settings.draft() ? "/ManualVoucherLines/" : "/VoucherLines/") + line + "/" + member;
    }

    private String title() {
        return kind.title() + " " + facts.date().format(DAY) + ", "
                + new Parents(company, catalogue).projectLabel(facts.projectId());
    }
}
