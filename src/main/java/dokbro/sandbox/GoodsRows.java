package dokbro.sandbox;

import dokbro.sandbox.Contractor.GoodsRow;
import dokbro.sandbox.Contractor.GoodsRowKind;
import dokbro.sandbox.Contractor.Project;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What the contractor used of goods: a few rows each working day that can go, and the rows of the cases. */
final class GoodsRows {

    private static final List<String> ORDINARY = List.of("Pukk 8-16", "Subbus 0-32", "Betong B30", "Trelast 48x198");
    private static final int DEMO_ROWS_A_DAY = 4;
    private static final String EMPLOYEE = "101";

    private final Random random;
    private final Size size;
    private final LocalDate today;
    private final LocalDate startDate;
    private final List<List<Project>> sites;
    private final List<GoodsRow> all = new ArrayList<>();

    /** @param sites the projects that goods may stand on, each followed by its sub-projects */
    GoodsRows(Random random, Size size, LocalDate today, LocalDate startDate, List<List<Project>> sites) {
        this.random = random;
        this.size = size;
        this.today = today;
        this.startDate = startDate;
        this.sites = sites;
    }

    /** In order of date. */
    List<GoodsRow> rows() {
        int perDay = size.cases() ? DEMO_ROWS_A_DAY : 1 + size.employees() / 10;
        for (LocalDate day = today.minusWeeks(size.weeks()); day.isBefore(today); day = day.plusDays(1)) {
            for (int i = 0; i < perDay && isWorkday(day); i++) {
                ordinary(day);
            }
        }
        if (size.cases()) {
            cases();
        }
        all.sort(Comparator.comparing(GoodsRow::date));
        return List.copyOf(all);
    }

    private void ordinary(LocalDate day) {
        List<Project> site = sites.get(random.nextInt(sites.size()));
        Project part = site.get(random.nextInt(site.size()));
        String sub = part.parent() == null ? null : part.key();
        boolean approved = !size.cases() || random.nextInt(100) < 90;
        BigDecimal amount = BigDecimal.valueOf(4L + random.nextInt(120), 1);
        all.add(new GoodsRow(
                GoodsRowKind.CONSUMPTION,
                day,
                EMPLOYEE,
                site.get(0).key(),
                sub,
                ORDINARY.get(random.nextInt(ORDINARY.size())),
                amount,
                null,
                "",
                false,
                approved,
                false));
    }

    /** {@link ContractorData} lists them. */
    private void cases() {
        row("Retur av pukk", Sites.DEFAULT, "Pukk 8-16", "-2.0");
        row("Rettet til null", Sites.DEFAULT, "Pukk 8-16", "0");
        row("Uten varenummer", Sites.DEFAULT, "Diverse festemidler", "3");
        row("Uten varenummer, egen", Sites.DEFAULT, "Bark", "1.5");
        row("To varer med samme nummer", Sites.DEFAULT, "Armering 12 mm", "250");
        row("Ukjent enhet", Sites.DEFAULT, "Fiberduk", "2");
        row("Uten pris", Sites.DEFAULT, "Fyllmasse fra egen tomt", "40");
        row("Utgått vare", Sites.DEFAULT, "Grus (utgått)", "8");
        row("Prosjektet finnes bare i SmartDok", Sites.ONLY_IN_SMARTDOK, "Pukk 8-16", "5");
        row("Vare på ordre", Sites.ORDER, "Pukk 8-16", "5");
        add(GoodsRowKind.CONSUMPTION, "Avtalt pris", "Betong B30", "4", "6500", false, true, false);
        add(GoodsRowKind.CONSUMPTION, "Ikke godkjent", "Betong B30", "7", null, false, false, false);
        add(GoodsRowKind.CONSUMPTION, "Inn på lager", "Pukk 8-16", "30", null, true, true, false);
        add(GoodsRowKind.CONSUMPTION, "Allerede eksportert", "Pukk 8-16", "9", null, false, true, true);
        add(GoodsRowKind.PRODUCTION, "Knust på anlegget", "Subbus 0-32", "120", null, false, true, false);
        add(GoodsRowKind.TRANSPORT, "Kjørt til tipp", "Subbus 0-32", "24", null, false, true, false);
    }

    private void row(String comment, String project, String goods, String amount) {
        all.add(new GoodsRow(
                GoodsRowKind.CONSUMPTION,
                caseDay(),
                EMPLOYEE,
                project,
                null,
                goods,
                new BigDecimal(amount),
                null,
                comment,
                false,
                true,
                false));
    }

    private void add(
            GoodsRowKind kind,
            String comment,
            String goods,
            String amount,
            String agreedPrice,
            boolean in,
            boolean approved,
            boolean exported) {
        all.add(new GoodsRow(
                kind,
                caseDay(),
                EMPLOYEE,
                Sites.DEFAULT,
                null,
                goods,
                new BigDecimal(amount),
                agreedPrice == null ? null : new BigDecimal(agreedPrice),
                comment,
                in,
                approved,
                exported));
    }

    /** The cases stand on the days from the go-live on, one after another. */
    private LocalDate caseDay() {
        LocalDate day = startDate.plusDays(all.size() % 9);
        return isWorkday(day) ? day : day.plusDays(2);
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
}
