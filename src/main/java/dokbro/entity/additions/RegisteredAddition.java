package dokbro.entity.additions;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.SourceRecord;
import dokbro.entity.workhours.Registration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One addition or per diem of a registration.
 *
 * @param amount as registered; null where nothing was, and always for a per diem
 * @param key the link's source id: registration, addition, and from the second of equal ones their ordinal
 */
record RegisteredAddition(String key, boolean perDiem, String typeId, BigDecimal amount, String comment) {

    /** Equal additions by amount, then comment: the API's order may be another one tomorrow. */
    private static final Comparator<RegisteredAddition> ORDER = Comparator.comparing(
                    RegisteredAddition::amount, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(RegisteredAddition::comment, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** All of a registration; UNREADABLE where one has no type or an amount that is no number. */
    static List<RegisteredAddition> of(Registration registration) {
        SourceRecord source = registration.source();
        List<RegisteredAddition> rows = new ArrayList<>();
        for (JsonNode node : source.list("AdditionRegistrations")) {
            SourceRecord row = new SourceRecord(node, "tillegg på timeregistrering " + registration.id());
            rows.add(new RegisteredAddition(
                    null, false, row.required("WageId"), row.decimal("Amount"), row.text("Comment")));
        }
        rows.sort(ORDER);
        Map<String, Integer> ordinals = new HashMap<>();
        List<RegisteredAddition> keyed = new ArrayList<>();
        for (RegisteredAddition row : rows) {
            int ordinal = ordinals.merge(row.typeId(), 1, Integer::sum);
            String key = registration.id() + ":" + row.typeId() + (ordinal == 1 ? "" : ":" + ordinal);
            keyed.add(new RegisteredAddition(key, false, row.typeId(), row.amount(), row.comment()));
        }
        String allowance = source.reference("AllowanceId");
        if (allowance != null) {
            keyed.add(new RegisteredAddition(registration.id() + PerDiemDays.KEY, true, allowance, null, null));
        }
        return keyed;
    }
}
