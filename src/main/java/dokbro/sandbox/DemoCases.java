package dokbro.sandbox;

import dokbro.Dokbro;
import dokbro.sandbox.Contractor.Registration;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/** The registrations of the cases; {@link ContractorData} lists them. */
final class DemoCases {

    private final LocalDate today;
    private final LocalDate from;
    private final List<LocalDate> days;
    private final List<Registration> all = new ArrayList<>();

    /**
     * @param startDate cases stand on working days from here to three days before today
     * @param from the first day of all registrations
     */
    DemoCases(LocalDate today, LocalDate startDate, LocalDate from) {
        this.today = today;
        this.from = from;
        this.days = startDate
                .datesUntil(today.minusDays(2))
                .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
    }

    List<Registration> registrations() {
        payroll();
        timeAccount();
        absences();
        nights();
        doubles();
        notForPayroll();
        cannotGo();
        return all;
    }

    private void payroll() {
        add(Shift.of("101", day(0))
                .time("07:00", "18:30", 30)
                .comment("Lang dag, støping")
                .addition("210", "0", null)
                .addition("310", "3.0", null)
                .machine("Gravemaskin CAT 320", 120)
                .machine("Gravemaskin CAT 320", 90));
        add(Shift.of("102", day(1))
                .comment("Regulering av km")
                .addition("330", "-2.0", "Regulering")
                .addition("340", "1.0", null)
                .addition("340", "1.0", null));
        add(Shift.of("103", day(1))
                .comment("HMS og servicebil")
                .addition("230", "0", null)
                .addition("390", "1.0", null)
                .addition("370", "1.0", "Brøytevakt")
                .machine("Vibrostamper", 60));
    }

    private void timeAccount() {
        add(Shift.of("104", day(0)).time("07:00", "17:00", 30).timeAccount(120).comment("To timer til TimeKonto"));
        add(Shift.of("104", day(4)).absence("550").time("07:00", "11:00", 0));
        add(Shift.of("105", day(2))
                .timeAccount(480)
                .comment("Alt til TimeKonto")
                .addition("330", "0", null));
    }

    private void absences() {
        add(Shift.of("106", day(0)).absence("520").comment("Feber"));
        add(Shift.of("107", day(0)).absence("510"));
        add(Shift.of("107", day(1)).absence("510"));
        add(Shift.of("108", day(2)).absence("530"));
        add(Shift.of("109", day(3)).absence("540"));
        add(Shift.of("108", workday(today.plusDays(7))).absence("530"));
    }

    private void nights() {
        add(Shift.of("110", day(3))
                .time("22:00", "06:00", 0)
                .comment("Nattskift")
                .addition("340", "8.0", null));
        ZoneOffsetTransition change = Dokbro.OSLO
                .getRules()
                .previousTransition(today.atStartOfDay(Dokbro.OSLO).toInstant());
        LocalDate eve = change.getDateTimeBefore().toLocalDate().minusDays(1);
        if (!eve.isBefore(from)) {
            add(Shift.of("110", eve).time("22:00", "06:00", 0).comment("Nattskift over klokkeendring"));
        }
    }

    private void doubles() {
        for (int i = 0; i < 2; i++) {
            add(Shift.of("111", day(4)).time("07:00", "09:00", 0).comment("Samme jobb to ganger"));
        }
        add(Shift.of("112", day(5)).time("07:00", "11:00", 0).perDiem("701").comment("To dietter"));
        add(Shift.of("112", day(5)).time("11:30", "15:30", 0).perDiem("701").comment("To dietter"));
        add(Shift.of("113", day(2))
                .time("00:00", "00:00", 0)
                .comment("Nullført")
                .machine("Hjullaster Volvo L90", 0));
    }

    private void notForPayroll() {
        add(Shift.of("114", day(3)).wage("910").time("16:00", "18:00", 0).comment("Dugnad"));
        add(Shift.of("114", day(4)).perDiem("790").comment("Matpakke").machine("Kompressor Atlas Copco", 120));
        add(Shift.of(Staff.HIRED_IN, day(2)).wage("900").comment("Innleid kranfører"));
        add(Shift.of(Staff.HIRED_IN, day(3)).wage("900").comment("Innleid kranfører"));
        add(Shift.of(Staff.LEFT, workday(from)).comment("Siste uke"));
    }

    /** Each for a reason of its own. */
    private void cannotGo() {
        add(Shift.of("115", day(1)).wage("133").time("15:30", "17:30", 0).comment("Overtid uten timeart"));
        add(Shift.of("116", day(2)).on(Sites.OTHER_NAME).comment("Samme prosjektnummer, annet navn"));
        add(Shift.of(Staff.WITHOUT_NUMBER, day(3)).comment("Uten ansattnummer"));
        add(Shift.of(Staff.NOT_IN_GO, day(3)).comment("Finnes ikke i Go"));
        add(Shift.of(Staff.OTHER_NAME, day(4)).comment("Samme ansattnummer, annet navn"));
        add(Shift.of("117", day(4)).on(Sites.COMPLETE).comment("Prosjektet er fullført i Go"));
        add(Shift.of("118", day(5)).on(Sites.NOT_STARTED).comment("Prosjektet er ikke startet i Go"));
        add(Shift.of("119", day(5)).on(Sites.CLOSED_TEAM).comment("Ikke på prosjektteamet"));
        add(Shift.of("115", day(3)).on(Sites.ONLY_IN_SMARTDOK).comment("Prosjektet finnes bare i SmartDok"));
        add(Shift.of("116", day(4)).on(Sites.ORDER).comment("Time på ordre"));
        add(Shift.of("117", day(1)).activity("95").comment("Aktiviteten finnes ikke i Go"));
    }

    private LocalDate day(int i) {
        return days.get(i);
    }

    private static LocalDate workday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.plusDays(2);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

    private void add(Shift shift) {
        all.add(shift.registration());
    }
}
