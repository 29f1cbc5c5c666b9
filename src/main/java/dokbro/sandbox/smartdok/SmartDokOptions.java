package dokbro.sandbox.smartdok;

import java.time.Duration;

/**
 * How the simulated SmartDok behaves where the contract leaves it open, or a test wants it otherwise. May be changed while it runs.
 *
 * @param apiToken the company's API token at the start
 * @param companyId SmartDok's id of the company
 * @param session how long a session lasts
 * @param ignoreUnknownQuery false: an unknown query parameter is refused with 400, so that a misspelt filter is found. SmartDok itself is
 *     assumed to ignore it
 * @param created POST of master data answers 201, else 200
 * @param additionsNeedKind {@code GET /Additions} is empty without onlyAddition or onlyUnitAddition
 * @param touchOnApproval approving and withdrawing moves LastUpdated
 * @param touchOnMark export marks move LastUpdated
 * @param order of rows in {@code GET /WorkHours/v2}
 * @param moving what happens to the rows between two pages
 * @param needDates lists of goods rows and invoice bases are empty without both dates; else a missing date is no bound
 * @param invoicesByCreation the dates of {@code GET /Invoices} mean the day it was made, else its period
 */
public record SmartDokOptions(
        String apiToken,
        int companyId,
        Duration session,
        boolean ignoreUnknownQuery,
        boolean created,
        boolean additionsNeedKind,
        boolean touchOnApproval,
        boolean touchOnMark,
        Order order,
        Moving moving,
        boolean needDates,
        boolean invoicesByCreation) {

    /** NEWEST_FIRST: by id. LAST_UPDATED_FIRST: an edit moves a row to the front. SHUFFLED: no order to see, but always the same. */
    public enum Order {
        NEWEST_FIRST,
        LAST_UPDATED_FIRST,
        SHUFFLED
    }

    /**
     * INSERT: after each page a registration that the page's filter meets is added, so that rows come twice. TOUCH: after each page the last
     * row is edited without a change, which with LAST_UPDATED_FIRST hides it from the pages to come.
     */
    public enum Moving {
        NONE,
        INSERT,
        TOUCH
    }

    /** What the contract says, sessions of an hour, the token {@code sandbox-smartdok-token}. */
    public static final SmartDokOptions DEFAULT = new SmartDokOptions(
            "sandbox-smartdok-token",
            4711,
            Duration.ofHours(1),
            false,
            true,
            true,
            true,
            false,
            Order.NEWEST_FIRST,
            Moving.NONE,
            true,
            false);

    public SmartDokOptions withSession(Duration duration) {
        return new SmartDokOptions(
                apiToken,
                companyId,
                duration,
                ignoreUnknownQuery,
                created,
                additionsNeedKind,
                touchOnApproval,
                touchOnMark,
                order,
                moving,
                needDates,
                invoicesByCreation);
    }

    public SmartDokOptions withIgnoreUnknownQuery(boolean ignore) {
        return new SmartDokOptions(
                apiToken,
                companyId,
                session,
                ignore,
                created,
                additionsNeedKind,
                touchOnApproval,
                touchOnMark,
                order,
                moving,
                needDates,
                invoicesByCreation);
    }

    public SmartDokOptions withCreated(boolean answer201) {
        return new SmartDokOptions(
                apiToken,
                companyId,
                session,
                ignoreUnknownQuery,
                answer201,
                additionsNeedKind,
                touchOnApproval,
                touchOnMark,
                order,
                moving,
                needDates,
                invoicesByCreation);
    }

    public SmartDokOptions withTouch(boolean onApproval, boolean onMark) {
        return new SmartDokOptions(
                apiToken,
                companyId,
                session,
                ignoreUnknownQuery,
                created,
                additionsNeedKind,
                onApproval,
                onMark,
                order,
                moving,
                needDates,
                invoicesByCreation);
    }

    public SmartDokOptions withRows(Order rows, Moving between) {
        return new SmartDokOptions(
                apiToken,
                companyId,
                session,
                ignoreUnknownQuery,
                created,
                additionsNeedKind,
                touchOnApproval,
                touchOnMark,
                rows,
                between,
                needDates,
                invoicesByCreation);
    }

    /** As another company. */
    public SmartDokOptions withCompany(String token, int id) {
        return new SmartDokOptions(
                token,
                id,
                session,
                ignoreUnknownQuery,
                created,
                additionsNeedKind,
                touchOnApproval,
                touchOnMark,
                order,
                moving,
                needDates,
                invoicesByCreation);
    }

    public SmartDokOptions withDates(boolean needed, boolean byCreation) {
        return new SmartDokOptions(
                apiToken,
                companyId,
                session,
                ignoreUnknownQuery,
                created,
                additionsNeedKind,
                touchOnApproval,
                touchOnMark,
                order,
                moving,
                needed,
                byCreation);
    }
}
