package dokbro.entity.additions;

import dokbro.company.AdditionsSettings.FlatQuantity;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an addition or per diem says that matters. Ids are SmartDok's.
 *
 * @param typeId id of the addition, or of the per diem
 * @param userId the employee
 * @param date work date
 * @param minutes net minutes of the registration, banked ones too; only what a flat addition's quantity follows from
 * @param flatQuantity how a flat addition was counted when it was first sent; null for all others
 * @param quantity 0 means that Go should hold nothing
 * @param rate of SmartDok when it was first sent; null where Go's counts
 * @param absence the registration is for absence; then the line carries no project
 * @param subProjectId null for none
 * @param departmentId null for none
 */
public record AdditionFacts(
        Kind kind,
        String typeId,
        String userId,
        LocalDate date,
        int minutes,
        FlatQuantity flatQuantity,
        BigDecimal quantity,
        BigDecimal rate,
        boolean absence,
        String projectId,
        String subProjectId,
        String departmentId) {

    /** Which of SmartDok's three. */
    public enum Kind {
        ADDITION,
        UNIT_ADDITION,
        PER_DIEM
    }

    AdditionFacts with(FlatQuantity otherFlatQuantity, BigDecimal otherQuantity, BigDecimal otherRate) {
        return new AdditionFacts(
                kind,
                typeId,
                userId,
                date,
                minutes,
                otherFlatQuantity,
                otherQuantity,
                otherRate,
                absence,
                projectId,
                subProjectId,
                departmentId);
    }
}
