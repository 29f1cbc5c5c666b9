package dokbro.sandbox;

import dokbro.sandbox.Contractor.Invoice;
import dokbro.sandbox.Contractor.InvoiceLine;
import dokbro.sandbox.Contractor.Project;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The contractor's invoice bases: ordinary ones that can go, and those of the cases. */
final class InvoiceBases {

    private static final int ORDINARY = 5;

    private final Size size;
    private final LocalDate startDate;
    private final LocalDate today;
    private final List<List<Project>> sites;
    private final List<Invoice> all = new ArrayList<>();

    /** @param sites the projects that are invoiced, each followed by its sub-projects */
    InvoiceBases(Size size, LocalDate today, LocalDate startDate, List<List<Project>> sites) {
        this.size = size;
        this.today = today;
        this.startDate = startDate;
        this.sites = sites;
    }

    List<Invoice> invoices() {
        for (int i = 0; i < ORDINARY && i < sites.size(); i++) {
            ordinary(i);
        }
        if (size.cases()) {
            cases();
        }
        return List.copyOf(all);
    }

    private void ordinary(int i) {
        List<Project> site = sites.get(i);
        List<InvoiceLine> lines =
                new ArrayList<>(List.of(hours(7 + i, "0"), machine("4.5"), goods("V100", "Pukk 8-16", "12.5", "210")));
        if (site.size() > 1) {
            lines.add(new Draft("Workhour", "100", "Timelønn", "8", "725")
                    .on(site.get(1).key())
                    .line());
        }
        add(site.get(0), "Løpende regning " + (i + 1), lines);
    }

    /** {@link ContractorData} lists them. */
    private void cases() {
        Project site = sites.get(sites.size() - 1).get(0);
        add(
                site,
                "Alle linjetyper",
                List.of(
                        hours(8, "0"),
                        new Draft("Addition", "210", "Bastillegg", "8", "25").line(),
                        new Draft("UnitAddition", "310", "Overtid 50 % (tillegg)", "2", "363").line(),
                        new Draft("Diet", "701", "Diett 6-12 timer", "1", "397").line(),
                        machine("6"),
                        goods("V200", "Betong B30", "3.25", "1750"),
                        new Draft("GoodsTransportation", "V101", "Subbus 0-32", "24", "42").line(),
                        new Draft("CustomLine", null, "Rigg etter avtale", "1", "15000").line()));
        add(
                site,
                "Brøyting i november",
                List.of(
                        new Draft("WorkRoute", null, "Rode 3 Storgata", "6", "850")
                                .prices("500", null)
                                .line(),
                        new Draft("WorkRoute", null, "Rode 4 Skoleveien", "0.5", "850")
                                .prices(null, "1200")
                                .line()));
        add(
                new Header(site, "Rabatt og påslag").percent("5", "2"),
                List.of(
                        hours(10, "10"),
                        new Draft("MachineHours", "1", "Gravemaskin CAT 320", "3", "1150")
                                .percent("0", "7.5")
                                .line()));
        add(site, "Bare tekst", List.of(new Draft("CustomLine", null, "Ingen arbeid denne måneden", "0", "0").line()));
        add(site, "Øre som ikke går opp", List.of(new Draft("CustomLine", null, "Tre deler", "3", "33.3333").line()));
        add(site, "Kreditt for returnert trelast", List.of(goods("V300", "Trelast 48x198", "-40", "46")));
        add(site, "Uten linjer", List.of());
        add(site, "Vare uten nummer", List.of(new Draft("GoodsConsumption", null, "Bark", "2", "390").line()));
        add(new Header(site, "Kontantkunde").customer(""), List.of(hours(2, "0")));
        add(new Header(site, "Uten kunde").customer(null), List.of(hours(3, "0")));
        add(new Header(site, "Utkast").draft(), List.of(hours(4, "0")));
        add(new Header(site, "Sendt for hånd").sent(), List.of(hours(5, "0")));
        add(new Header(site, "Kreditert").credited(), List.of(hours(6, "0")));
        add(new Header(site, "Før oppstart").created(startDate.minusDays(10)), List.of(hours(9, "0")));
    }

    private InvoiceLine hours(int hours, String discount) {
        return new Draft("Workhour", "100", "Timelønn", String.valueOf(hours), "725")
                .percent(discount, "0")
                .line();
    }

    private InvoiceLine machine(String hours) {
        return new Draft("MachineHours", "2", "Gravemaskin Volvo ECR145", hours, "980").line();
    }

    private InvoiceLine goods(String number, String name, String amount, String price) {
        return new Draft("GoodsConsumption", number, name, amount, price).line();
    }

    private void add(Project project, String title, List<InvoiceLine> lines) {
        add(new Header(project, title), lines);
    }

    private void add(Header header, List<InvoiceLine> lines) {
        all.add(header.with(lines));
    }

    private final class Header {
        private final Project project;
        private final String title;
        private String customer;
        private LocalDate created = today.minusDays(3);
        private boolean draft;
        private boolean sent;
        private boolean credited;
        private BigDecimal discount;
        private BigDecimal surcharge;

        private Header(Project project, String title) {
            this.project = project;
            this.title = title;
            this.customer = project.customer();
        }

        private Header customer(String number) {
            customer = number;
            return this;
        }

        private Header created(LocalDate day) {
            created = day;
            return this;
        }

        private Header draft() {
            draft = true;
            return this;
        }

        private Header sent() {
            sent = true;
            return this;
        }

        private Header credited() {
            credited = true;
            return this;
        }

        private Header percent(String lessPercent, String morePercent) {
            discount = new BigDecimal(lessPercent);
            surcharge = new BigDecimal(morePercent);
            return this;
        }

        private Invoice with(List<InvoiceLine> lines) {
            LocalDate from = created.minusDays(9);
            return new Invoice(
                    title,
                    "Bestilling " + project.key(),
                    project.key(),
                    customer,
                    created,
                    from,
                    created.minusDays(1),
                    draft,
                    sent,
                    credited,
                    discount,
                    surcharge,
                    List.copyOf(lines));
        }
    }

    private final class Draft {
        private final String type;
        private final String code;
        private final String detail;
        private final String quantity;
        private final String price;
        private String subProject;
        private String discount = "0";
        private String surcharge = "0";
        private String start;
        private String least;

        private Draft(String type, String code, String detail, String quantity, String price) {
            this.type = type;
            this.code = code;
            this.detail = detail;
            this.quantity = quantity;
            this.price = price;
        }

        private Draft on(String key) {
            subProject = key;
            return this;
        }

        private Draft percent(String lessPercent, String morePercent) {
            discount = lessPercent;
            surcharge = morePercent;
            return this;
        }

        private Draft prices(String startPrice, String minPrice) {
            start = startPrice;
            least = minPrice;
            return this;
        }

        private InvoiceLine line() {
            boolean custom = type.equals("CustomLine");
            return new InvoiceLine(
                    type,
                    custom ? null : today.minusDays(5),
                    subProject,
                    code,
                    detail,
                    detail,
                    custom ? "stk" : type.equals("GoodsConsumption") ? "tonn" : "timer",
                    new BigDecimal(quantity),
                    new BigDecimal(price),
                    new BigDecimal(discount),
                    new BigDecimal(surcharge),
                    start == null ? null : new BigDecimal(start),
                    least == null ? null : new BigDecimal(least));
        }
    }
}
