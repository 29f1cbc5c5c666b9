package dokbro.sandbox.smartdok;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Which registrations are read; null in a member means that it does not narrow.
 *
 * @param to included
 * @param changedSince included (whether SmartDok includes it is not known)
 */
record HoursFilter(
        LocalDate from,
        LocalDate to,
        Integer projectId,
        Integer subProjectId,
        LocalDateTime changedSince,
        boolean approvedOnly,
        Boolean absence) {

    boolean meets(Hours hours, boolean isAbsence) {
        return (projectId == null || projectId == hours.projectId())
                && (subProjectId == null || subProjectId.equals(hours.subProjectId()))
                && (changedSince == null || !hours.lastUpdated().isBefore(changedSince))
                && (!approvedOnly || hours.approved())
                && (absence == null || absence == isAbsence);
    }
}
