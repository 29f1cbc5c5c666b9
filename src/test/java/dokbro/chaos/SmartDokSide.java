package dokbro.chaos;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What SmartDok holds at one moment, by its own control interface. */
record SmartDokSide(
        List<Registration> registrations, List<Master> projects, List<Master> subProjects, List<Master> activities) {

    /** SmartDok's own "Ikke definert" and "Fravær"; the company's settings name what stands for them in Go. */
    private static final List<String> STANDARD = List.of("999", "888");

    private static final String STANDARD_ACTIVITY = "Diverse arbeid";
    private static final String TIME_ACCOUNT = "Timebank";

    /**
     * A registration.
     *
     * @param banked minutes that go to the time account
     * @param project number, {@code 1010.01} for a sub-project
     */
    record Registration(
            String id,
            boolean approved,
            String employee,
            LocalDate date,
            LocalTime from,
            LocalTime to,
            int breakMinutes,
            int banked,
            String project,
            String activityNumber,
            String activity,
            String wageType,
            boolean absence,
            String department,
            String comment) {

        private int net() {
            return (int) Duration.between(from, to).toMinutes() - breakMinutes;
        }

        /** What Go should hold for it, by the key in Dokbro's marker: nothing unless approved and more than zero. */
        Map<String, Hours> wanted() {
            Map<String, Hours> wanted = new LinkedHashMap<>();
            if (approved && net() > banked) {
                wanted.put(id, hours(net() - banked, wageType));
            }
            if (approved && banked > 0) {
                wanted.put(id + ":bank", hours(banked, TIME_ACCOUNT));
            }
            return wanted;
        }

        private Hours hours(int minutes, String hourType) {
            String work = STANDARD.contains(activityNumber) ? STANDARD_ACTIVITY : activity;
            return new Hours(
                    employee,
                    date,
                    minutes,
                    0,
                    absence ? null : project,
                    Hours.plain(absence ? wageType : work),
                    Hours.plain(hourType),
                    department,
                    absence || comment == null ? "" : comment.strip());
        }
    }
}
