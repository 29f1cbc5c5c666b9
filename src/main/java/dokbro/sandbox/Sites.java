package dokbro.sandbox;

import dokbro.sandbox.Contractor.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The projects and sub-projects: ordinary ones in both systems, some only in Go, and those of the cases. */
final class Sites {

    static final String DEFAULT = "1000";
    static final String OTHER_NAME = "1001";
    static final String COMPLETE = "1002";
    static final String NOT_STARTED = "1003";
    static final String CLOSED_TEAM = "1004";
    static final String ONLY_IN_SMARTDOK = "1005";
    static final String ORDER = "1006";
    static final String CLOSED = "1007";
    static final String ABSENCE = "9000";
    static final String NAME_TOO_LONG = "3010";

    static final int ONLY_IN_GO = 10;

    private static final int FIRST_ORDINARY = 1010;
    private static final int FIRST_ONLY_IN_GO = 3000;
    private static final int CASES = 9;
    private static final List<String> PARTS = List.of("Grunnarbeid", "Betongarbeid", "Råbygg", "Innredning og lås");

    private final Size size;
    private final LocalDate today;
    private final List<Project> all = new ArrayList<>();

    private Sites(Size size, LocalDate today) {
        this.size = size;
        this.today = today;
    }

    static List<Project> projects(Size size, LocalDate today) {
        Sites sites = new Sites(size, today);
        sites.both(DEFAULT, "Standardprosjekt", "Active", true);
        sites.smartdokOnly(ABSENCE, "Fravær", false);
        if (size.cases()) {
            sites.cases();
        }
        int ordinary = size.projects() - (size.cases() ? CASES : 2);
        for (int i = 0; i < ordinary; i++) {
            sites.ordinary(i);
        }
        if (size.cases()) {
            for (int i = 0; i < ONLY_IN_GO; i++) {
                sites.goOnly(String.valueOf(FIRST_ONLY_IN_GO + i), Names.site(400 + i), i % 3 == 0);
            }
            sites.goOnly(
                    NAME_TOO_LONG, "Rehabilitering av driftsbygning med melkestall og gjødselkjeller, Sør-Ål", false);
        }
        return List.copyOf(sites.all);
    }

    private void cases() {
        all.add(project(OTHER_NAME, "Skole", "Garasje Hansen", "Active", true, true));
        both(COMPLETE, "Carport Kvåle, Gol", "Complete", true);
        both(NOT_STARTED, "Naust Øverby, Flå", "NotStarted", true);
        both(CLOSED_TEAM, "Ventilasjonsrom Årdal verk", "Active", false);
        smartdokOnly(ONLY_IN_SMARTDOK, "Snørydding Storgata", false);
        smartdokOnly(ORDER, "Serviceordre Lia borettslag", true);
        all.add(project(CLOSED, "Terrasse Løken, Bø", "Terrasse Løken, Bø", "Archived", false, true));
    }

    private void ordinary(int i) {
        String number = String.valueOf(FIRST_ORDINARY + i);
        String name = Names.site(i);
        String smartdokName = name;
        String goName = name;
        if (i % 7 == 2) {
            smartdokName = name.toUpperCase();
        } else if (i % 7 == 4) {
            goName = Names.ascii(name);
        } else if (i % 7 == 6) {
            smartdokName = name.replace(", ", ",  ");
        }
        Project project = project(number, smartdokName, goName, "Active", true, true);
        all.add(i % 9 == 0 ? withNumber(project, number + "   ") : project);
        int parts = i % 3 == 0 ? 3 : i % 3 == 1 ? 0 : 1;
        for (int part = 0; part < parts; part++) {
            all.add(part(number, part, subNumber(number, part, i / 3 + part), "0" + (part + 1)));
        }
    }

    /** The three ways in which people write sub-project numbers in SmartDok. */
    private static String subNumber(String parent, int part, int form) {
        String own = "0" + (part + 1);
        return switch (form % 3) {
            case 0 -> own;
            case 1 -> parent + "-" + own;
            default -> parent + "." + own;
        };
    }

    private void goOnly(String code, String name, boolean parts) {
        all.add(project(code, null, name, "Active", true, true));
        for (int part = 0; parts && part < 2; part++) {
            all.add(part(code, part, null, "0" + (part + 1)));
        }
    }

    private void both(String number, String name, String goStatus, boolean allowAllEmployees) {
        all.add(project(number, name, name, goStatus, true, allowAllEmployees));
    }

    private void smartdokOnly(String number, String name, boolean order) {
        all.add(new Project(
                number, null, number, name, true, order, null, null, null, false, false, true, true, null, null, null,
                null));
    }

    private Project project(
            String number, String smartdokName, String goName, String status, boolean active, boolean allEmployees) {
        int n = Integer.parseInt(number);
        return new Project(
                number,
                null,
                smartdokName == null ? null : number,
                smartdokName,
                active && smartdokName != null,
                false,
                number,
                goName,
                status,
                active,
                false,
                allEmployees,
                true,
                String.valueOf(10001 + n % ContractorData.CUSTOMERS),
                Registers.DEPARTMENTS.get(n % 3).code(),
                today.minusDays(120 + n % 90),
                n % 5 == 0 ? today.plusDays(60 + n % 40) : null);
    }

    private Project part(String parent, int part, String smartdokNumber, String goCode) {
        String name = PARTS.get(part % PARTS.size());
        return new Project(
                parent + "." + goCode,
                parent,
                smartdokNumber,
                smartdokNumber == null ? null : name,
                smartdokNumber != null,
                false,
                goCode,
                name,
                "Active",
                true,
                false,
                true,
                true,
                String.valueOf(10001 + Integer.parseInt(parent) % ContractorData.CUSTOMERS),
                null,
                today.minusDays(60),
                null);
    }

    private static Project withNumber(Project p, String smartdokNumber) {
        return new Project(
                p.key(),
                p.parent(),
                smartdokNumber,
                p.smartdokName(),
                p.smartdokActive(),
                p.order(),
                p.goCode(),
                p.goName(),
                p.goStatus(),
                p.goActive(),
                p.denyTimeTracking(),
                p.allowAllEmployees(),
                p.allowAllActivities(),
                p.customer(),
                p.department(),
                p.start(),
                p.end());
    }
}
