package dokbro.sandbox;

import dokbro.sandbox.Contractor.Activity;
import dokbro.sandbox.Contractor.Addition;
import dokbro.sandbox.Contractor.Customer;
import dokbro.sandbox.Contractor.Department;
import dokbro.sandbox.Contractor.Goods;
import dokbro.sandbox.Contractor.HourType;
import dokbro.sandbox.Contractor.Machine;
import dokbro.sandbox.Contractor.PayItem;
import dokbro.sandbox.Contractor.PerDiem;
import dokbro.sandbox.Contractor.Product;
import dokbro.sandbox.Contractor.WageType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The registers that are the same size for every contractor. */
final class Registers {

    static final List<Department> DEPARTMENTS = List.of(
            new Department("10", "Anlegg"),
            new Department("20", "Betong"),
            new Department("30", "Tømrer"),
            new Department("90", "Administrasjon"));

    static final List<HourType> HOUR_TYPES = List.of(
            hourType("Timelønn", "100", "1"),
            hourType("Fastlønn", "110", "1"),
            hourType("Overtid 50 %", "150", "1.5"),
            hourType("Overtid 100 %", "160", "2"),
            hourType("Sykemelding", "510", "1"),
            hourType("Egenmelding", "520", "1"),
            hourType("Ferie", "530", "0"),
            hourType("Permisjon", "540", "1"),
            hourType("Avspasering", "550", "1"),
            hourType("Reisetid", "170", "1"),
            hourType("Timebank", "560", "0"));

    private Registers() {}

    static List<Customer> customers(int n) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String name = Names.customer(i);
            customers.add(new Customer(String.valueOf(10001 + i), i % 9 == 4 ? name.toUpperCase() : name, name));
        }
        return customers;
    }

    static List<Activity> activities(boolean cases) {
        List<Activity> all = new ArrayList<>(List.of(
                activity("01", "Rigg og drift"),
                activity("01.1", "Graving"),
                activity("01.2", "Masseutskifting"),
                activity("02", "Forskaling"),
                activity("02.1", "Armering"),
                activity("02.2", "Betong"),
                activity("03", "Tømrer"),
                activity("03.1", "Innredning"),
                activity("03.2", "Tekking av tak"),
                activity("04", "Muring"),
                activity("05", "Transport"),
                new Activity("06", "06", "RENHOLD OG RYDDING", "06", "Renhold og rydding", "Internal", true),
                new Activity("07", "07", "Utført ettersyn ", "07", "Utfoert ettersyn", "Billable", true),
                new Activity("999", "999", "Ikke definert", null, null, null, true),
                new Activity("888", "888", "Fravær", null, null, null, true),
                goActivity("Diverse arbeid", "NonBillable"),
                goActivity("Egenmelding", "PaidSickLeave"),
                goActivity("Sykemelding", "PaidSickLeaveWithSickNote"),
                goActivity("Ferie", "Vacation"),
                goActivity("Permisjon", "PaidLeave"),
                goActivity("Avspasering", "PaidLeave")));
        if (cases) {
            all.add(new Activity("08", null, null, "08", "Blikkenslager", "Billable", true));
            all.add(new Activity("08.1", null, null, "08.1", "Beslag og renner", "Billable", true));
            all.add(new Activity("09", null, null, "09", "Kjerneboring", "Billable", true));
            all.add(new Activity("10", null, null, "10", "Måling og stikking", "NonBillable", true));
            all.add(new Activity("95", "95", "Opplæring av lærling", null, null, null, true));
        }
        return List.copyOf(all);
    }

    static List<WageType> wageTypes(boolean cases) {
        List<WageType> all = new ArrayList<>(List.of(
                wageType("100", "Timelønn", false, "245"),
                wageType("110", "Fastlønn", false, "0"),
                wageType("150", "Overtid 50 %", false, "367.5"),
                wageType("160", "OVERTID 100 %", false, "490"),
                wageType("170", "Reisetid ", false, "245"),
                wageType("510", "Sykemelding", true, "0"),
                wageType("520", "Egenmelding", true, "0"),
                wageType("530", "Ferie", true, "0"),
                wageType("540", "Permisjon", true, "0"),
                wageType("550", "Avspasering", true, "245")));
        if (cases) {
            all.add(wageType("133", "Overtid 133 %", false, "570.85"));
            all.add(wageType("900", "Innleid", false, "0"));
            all.add(new WageType("910", "910", "Dugnad uten lønn", false, false, true, BigDecimal.ZERO));
            all.add(new WageType("105", "105", "Akkord (gammel)", false, true, false, BigDecimal.ZERO));
        }
        return List.copyOf(all);
    }

    static List<Addition> additions(boolean cases) {
        List<Addition> all = new ArrayList<>(ADDITIONS);
        if (cases) {
            all.add(new Addition("370", "370", "Brøytevakt", true, true, false, new BigDecimal("450")));
        }
        return List.copyOf(all);
    }

    private static final List<Addition> ADDITIONS = List.of(
            new Addition("210", "210", "Bastillegg", false, true, false, new BigDecimal("25")),
            new Addition("220", "220", "Smusstillegg", false, true, false, new BigDecimal("12.50")),
            new Addition("230", "230", "HMS-sjekk utført", false, false, false, BigDecimal.ZERO),
            new Addition("310", "310", "Overtid 50 % (tillegg)", true, true, true, new BigDecimal("122.50")),
            new Addition("320", "320", "Overtid 100 % (tillegg)", true, true, true, new BigDecimal("245")),
            new Addition("330", "330", "Km-godtgjørelse", true, true, false, new BigDecimal("5.30")),
            new Addition("340", "340", "Nattillegg", true, true, false, new BigDecimal("65")),
            new Addition("390", "390", "Servicebil (bare pris)", true, false, false, BigDecimal.ZERO));

    static final List<PerDiem> PER_DIEMS = List.of(
            new PerDiem("701", "701", "Diett 6-12 timer", true, new BigDecimal("397")),
            new PerDiem("702", "702", "Diett over 12 timer", true, new BigDecimal("736")),
            new PerDiem("703", "703", "Diett hotell", true, new BigDecimal("1012")),
            new PerDiem("790", "790", "Matpakke fra firmaet", false, BigDecimal.ZERO));

    static final List<PayItem> PAY_ITEMS = List.of(
            payItem("100", "Timelønn", "HourlyWage"),
            payItem("110", "Fastlønn", "FixedSalary"),
            payItem("150", "Overtid 50 %", "PercentOfHourlyWage"),
            payItem("160", "Overtid 100 %", "PercentOfHourlyWage"),
            payItem("170", "Reisetid", "HourlyWage"),
            payItem("210", "Bastillegg", "QuantityAndFixedRate", "25"),
            payItem("220", "Smusstillegg", "QuantityAndFixedRate", "12.50"),
            payItem("310", "Overtidstillegg 50 %", "PercentOfHourlyWage"),
            payItem("320", "Overtidstillegg 100 %", "PercentOfHourlyWage"),
            payItem("330", "Km-godtgjørelse", "QuantityAndFixedRate", "5.30"),
            payItem("340", "Nattillegg", "QuantityAndFixedRate", "65"),
            payItem("510", "Sykepenger", "HourlyWage"),
            payItem("520", "Egenmelding", "HourlyWage"),
            payItem("530", "Ferie", "HourlyWage"),
            payItem("540", "Permisjon med lønn", "HourlyWage"),
            payItem("550", "Avspasering", "HourlyWage"),
            payItem("560", "Timebank", "QuantityAndRate"),
            payItem("701", "Diett 6-12 timer", "QuantityAndFixedRate", "397"),
            payItem("702", "Diett over 12 timer", "QuantityAndFixedRate", "736"),
            payItem("703", "Diett hotell", "QuantityAndFixedRate", "1012"));

    /** What ordinary days are driven with; the two without a number only where there are cases. */
    static List<Machine> driven(boolean cases) {
        return MACHINES.stream()
                .filter(machine -> cases || !"0".equals(machine.number()))
                .toList();
    }

    static List<Machine> machines(boolean cases) {
        List<Machine> all = new ArrayList<>(driven(cases));
        all.add(machine("7", "G-OLD", "Gravemaskin Åkerman (solgt)", false, "300", "800"));
        if (cases) {
            all.add(machine("8", "K-ATL", "Kompressor Atlas Copco", true, "60", "180"));
            all.add(machine("8", "K-KAE", "Kompressor Kaeser", true, "55", "170"));
            all.add(machine("9", "V-STA", "Vibrostamper", true, null, "120"));
        }
        return List.copyOf(all);
    }

    static List<Goods> goods(boolean cases) {
        List<Goods> all = new ArrayList<>(GOODS);
        if (cases) {
            all.add(goods("", "Diverse festemidler", 9, "Forbruk", "250", "0"));
            all.add(goods(null, "Bark", 2, "Masser", "390", "260"));
            all.add(goods("V400", "Armering 12 mm", 4, "Betong", "19", "14.80"));
            all.add(goods("V400", "Armering 16 mm", 4, "Betong", "18.50", "14.10"));
            all.add(goods("V500", "Fiberduk", 23, "Forbruk", "1200", "890"));
            all.add(goods("V600", "Fyllmasse fra egen tomt", 5, "Masser", "0", null));
            all.add(new Goods(
                    "Grus (utgått)",
                    "V900",
                    "Grus (utgått)",
                    5,
                    "Masser",
                    false,
                    new BigDecimal("150"),
                    BigDecimal.TEN));
        }
        return List.copyOf(all);
    }

    /** Two that agree with a machine and goods, one whose code is a machine's and whose name is not, and those of invoice lines. */
    static final List<Product> PRODUCTS = List.of(
            product("5", "Kranbil Hiab", "HUR", "510", "1290"),
            product("6", "Liftbord 500 kg", "EA", "900", "1500"),
            product("V200", "Betong B30", "MTQ", "1490", "1750"),
            product("TIMER", "Timer etter medgått tid", "HUR", "0", "0"),
            product("TILLEGG", "Tillegg", "EA", "0", "0"),
            product("RODE", "Brøyting og strøing", "EA", "0", "0"),
            product("DIVERSE", "Diverse etter avtale", "EA", "0", "0"));

    private static final List<Machine> MACHINES = List.of(
            machine("1", "G-CAT320", "Gravemaskin CAT 320", true, "450", "1150"),
            machine("2", "G-VOL14", "Gravemaskin Volvo ECR145", true, "395", "980"),
            machine("3", "H-VOL90", "Hjullaster Volvo L90", true, "380", "890"),
            machine("4", "D-BELL", "Dumper Bell B30", true, "420", "1050"),
            machine("5", "K-HIAB", "Kranbil Hiab", true, "510", "1290"),
            machine("6", "L-JLG", "Lift JLG", true, "110", "320"),
            machine("0", "", "Platevibrator", true, "0", "150"),
            machine("0", "", "Tilhenger BR 4417", true, "25", "90"));

    private static final List<Goods> GOODS = List.of(
            goods("V100", "Pukk 8-16", 5, "Masser", "210", "145"),
            goods("V101", "Subbus 0-32", 5, "Masser", "180", "120"),
            goods("V200", "Betong B30", 2, "Betong", "1750", "1490"),
            goods("V300", "Trelast 48x198", 1, "Trelast", "46", "33.50"));

    private static Activity activity(String number, String name) {
        return new Activity(number, number, name, number, name, "Billable", true);
    }

    private static Activity goActivity(String name, String type) {
        return new Activity(name, null, null, null, name, type, true);
    }

    private static HourType hourType(String name, String payItem, String factor) {
        return new HourType(name, payItem, new BigDecimal(factor), true);
    }

    private static WageType wageType(String number, String name, boolean absence, String rate) {
        return new WageType(number, number, name, absence, true, true, new BigDecimal(rate));
    }

    private static PayItem payItem(String code, String name, String processing) {
        return new PayItem(code, name, processing, true);
    }

    private static PayItem payItem(String code, String name, String processing, String rate) {
        return new PayItem(code, name, processing, true, new BigDecimal(rate));
    }

    private static Machine machine(
            String number, String code, String name, boolean active, String internalCost, String price) {
        return new Machine(name, number, code, name, active, decimal(internalCost), new BigDecimal(price));
    }

    private static Goods goods(String number, String name, int unit, String category, String price, String cost) {
        return new Goods(name, number, name, unit, category, true, new BigDecimal(price), decimal(cost));
    }

    private static Product product(String code, String name, String unit, String cost, String price) {
        return new Product(code, name, unit, new BigDecimal(cost), new BigDecimal(price));
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
