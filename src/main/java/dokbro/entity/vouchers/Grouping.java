package dokbro.entity.vouchers;

import dokbro.company.VoucherSettings.GroupBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rows of cost → the groups that become a voucher each (design, section 2, "Groups"). A group keeps the grouping it was first sent with: a
 * new setting applies to days of which nothing was sent. A row stays in the closed group that has it; later rows form a new one.
 */
public final class Grouping {

    private static final Pattern OF_A_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}:[ps].+");

    private final GroupBy setting;
    private final Map<LocalDate, GroupBy> sentBy = new HashMap<>();
    private final Map<String, SentGroup> sent = new HashMap<>();

    /**
     * A grouping beside what was sent.
     *
     * @param setting for days of which nothing was sent
     * @param sentGroups vouchers that Go has, of all days that will be grouped
     */
    public Grouping(GroupBy setting, List<SentGroup> sentGroups) {
        this.setting = setting;
        for (SentGroup group : sentGroups) {
            sent.put(group.id(), group);
            GroupBy by = OF_A_DAY.matcher(group.id()).matches() ? GroupBy.PROJECT_DAY : GroupBy.RECORD;
            sentBy.merge(group.date(), by, (one, other) -> one == GroupBy.PROJECT_DAY ? one : other);
        }
    }

    /**
     * The groups by day and id; skipped and unreadable rows are groups of their own. A group that was sent and has no rows left is not among
     * them. A day with an unreadable row is not known whole: its groups get that row too, and none of them can go.
     *
     * @param rows all rows of whole days
     */
    public List<CostGroup> of(List<CostRow> rows) {
        Map<String, List<CostRow>> groups = new TreeMap<>();
        List<CostGroup> all = new ArrayList<>();
        rows.stream().sorted(Comparator.comparing(CostRow::key)).forEach(row -> {
            if (row.skipped() == null && row.unreadable() == null) {
                groups.computeIfAbsent(group(row), id -> new ArrayList<>()).add(row);
            } else {
                all.add(new CostGroup(row.key(), row.date(), List.of(row)));
            }
        });
        List<CostRow> unreadable =
                rows.stream().filter(row -> row.unreadable() != null).toList();
        groups.forEach((id, members) -> {
            LocalDate date = members.get(0).date();
            if (by(date) == GroupBy.PROJECT_DAY) {
                unreadable.stream()
                        .filter(row -> row.date() == null || row.date().equals(date))
                        .forEach(members::add);
            }
            all.add(new CostGroup(id, date, List.copyOf(members)));
        });
        all.sort(Comparator.comparing(CostGroup::date, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(CostGroup::id));
        return all;
    }

    private String group(CostRow row) {
        return by(row.date()) == GroupBy.RECORD ? row.key() : dayGroup(row);
    }

    private GroupBy by(LocalDate date) {
        return sentBy.getOrDefault(date, setting);
    }

    private String dayGroup(CostRow row) {
        String base = row.date() + ":" + row.place();
        String open = null;
        Set<String> seen = new HashSet<>();
        for (int number = 1; open == null; number++) {
            String id = number == 1 ? base : base + "-" + number;
            SentGroup group = sent.get(id);
            seen.add(id);
            if (group != null && group.rows().contains(row.key())) {
                return id;
            }
            if (group == null || !group.closed()) {
                open = id;
            }
        }
        // The row may stand in a later group already, from when this one was closed.
        return sent.values().stream()
                .filter(group -> group.id().startsWith(base + "-")
                        && !seen.contains(group.id())
                        && group.rows().contains(row.key()))
                .map(SentGroup::id)
                .findFirst()
                .orElse(open);
    }
}
