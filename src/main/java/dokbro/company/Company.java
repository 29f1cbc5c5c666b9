package dokbro.company;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One company's settings, read from {@code config/companies/<key>.yaml} and checked; a value here has its default already. What each
 * setting means to the office: design, section 5.
 *
 * @param key the file's name without its ending; stands in every table and address
 * @param revision of the settings, in the database; a run uses one revision
 * @param timeAccount null where the office has not chosen
 * @param entities every entity by name, also those the file does not mention
 * @param settings all settings in effect, also those without a member here
 */
public record Company(
        String key,
        long revision,
        String name,
        SmartDokAccess smartdok,
        PowerOfficeAccess poweroffice,
        LocalDate startDate,
        State state,
        Master master,
        String defaultProject,
        List<String> defaultProjectFor,
        List<String> skipEmployees,
        Billing billing,
        ApprovedBy approvedBy,
        TimeAccount timeAccount,
        String timeAccountHourType,
        MarkExported markExported,
        Map<String, EntitySettings> entities,
        WorkHoursSettings workHours,
        AdditionsSettings additions,
        ProductSettings machines,
        ProductSettings goods,
        VoucherSettings machineHours,
        VoucherSettings goodsConsumption,
        InvoiceSettings invoiceBasis,
        Brake brake,
        boolean canary,
        int parallel,
        Duration closeAfter,
        Mappings mappings,
        Settings settings) {

    /** The same settings under a revision. */
    public Company withRevision(long number) {
        return with(number, workHours, additions);
    }

    /** The same with other settings for hours. */
    public Company withWorkHours(WorkHoursSettings hours) {
        return with(revision, hours, additions);
    }

    /** The same settings with the day that the console has set; null for none. */
    public Company withPayThrough(LocalDate day) {
        return withPayThrough(day, null);
    }

    /** As above, with the last day of the payroll before; null for none. */
    public Company withPayThrough(LocalDate day, LocalDate paid) {
        return with(revision, workHours, additions.withPayThrough(day, paid));
    }

    /** The same settings under another master. */
    public Company withMaster(Master other) {
        return with(revision, other, workHours, additions);
    }

    private Company with(long number, WorkHoursSettings hours, AdditionsSettings additionsNow) {
        return with(number, master, hours, additionsNow);
    }

    private Company with(long number, Master owner, WorkHoursSettings hours, AdditionsSettings additionsNow) {
        return new Company(
                key,
                number,
                name,
                smartdok,
                poweroffice,
                startDate,
                state,
                owner,
                defaultProject,
                defaultProjectFor,
                skipEmployees,
                billing,
                approvedBy,
                timeAccount,
                timeAccountHourType,
                markExported,
                entities,
                hours,
                additionsNow,
                machines,
                goods,
                machineHours,
                goodsConsumption,
                invoiceBasis,
                brake,
                canary,
                parallel,
                closeAfter,
                mappings,
                settings);
    }

    /** All settings in effect as JSON without secrets, each with its origin "file" or "default"; equal settings give equal texts. */
    public String settingsWithoutSecrets() {
        return settings.json();
    }

    /** Where SmartDok is and the company's API token, valid one year. */
    public record SmartDokAccess(String url, String apiToken) {
        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * Where PowerOffice Go is and the three keys.
     *
     * @param requestsPerSecond the limit of the subscription key, shared by all companies that use it
     */
    public record PowerOfficeAccess(
            String url,
            String tokenUrl,
            String applicationKey,
            String clientKey,
            String subscriptionKey,
            int requestsPerSecond,
            QuantityUnit quantityUnit) {
        @Override
        public String toString() {
            return url;
        }
    }

    /** review: plans only, sends nothing. */
    public enum State {
        REVIEW,
        LIVE
    }

    /** The system that owns projects, sub-projects and activities. */
    public enum Master {
        POWEROFFICE,
        SMARTDOK
    }

    public enum Billing {
        SMARTDOK,
        POWEROFFICE
    }

    public enum ApprovedBy {
        ANY,
        FOREMAN,
        PROJECT_ADMINISTRATOR,
        ADMINISTRATOR
    }

    /** What hours to the time account become; null in {@link Company#timeAccount()} is "not chosen". */
    public enum TimeAccount {
        SEPARATE,
        EXCLUDE,
        SEND
    }

    public enum MarkExported {
        EXTERNAL,
        NONE
    }

    public enum QuantityUnit {
        MINUTES,
        HOURS
    }

    /**
     * What every entity has.
     *
     * @param cron Quartz, Europe/Oslo
     * @param windowDays how many days back a run reads; entities without a window ignore it
     * @param deepCron null where no deep run is wanted
     * @param auditCron null where no audit by the clock is wanted, or the entity has none
     */
    public record EntitySettings(
            boolean enabled, String cron, int windowDays, String deepCron, int deepWindowDays, String auditCron) {}

    /**
     * The keys of section 5 that stand under {@code work-hours}.
     *
     * @param absenceProject code of a project in Go, null for none
     * @param defaultActivity code or name of an activity in Go, null for none
     * @param splitOvertimeFrom first day whose overtime additions become entries of their own; null for never
     */
    public record WorkHoursSettings(
            boolean sendNotExported,
            boolean sendAbsence,
            String absenceProject,
            Orders orders,
            String defaultActivity,
            Comments comments,
            boolean sendTimes,
            LocalDate splitOvertimeFrom) {

        /** The same with from and to times. */
        public WorkHoursSettings withTimes() {
            return new WorkHoursSettings(
                    sendNotExported,
                    sendAbsence,
                    absenceProject,
                    orders,
                    defaultActivity,
                    comments,
                    true,
                    splitOvertimeFrom);
        }
    }

    public enum Orders {
        PROJECT,
        DEFAULT_PROJECT,
        SKIP
    }

    public enum Comments {
        INTERNAL,
        NONE
    }

    /** maxShare is a fraction: 0.05 for 5 %. */
    public record Brake(int maxChanges, int maxDeletes, java.math.BigDecimal maxShare) {}

    /**
     * Names or codes that differ between the systems; the value {@value #SKIP} means "never send".
     *
     * @param wageTypes SmartDok wage type name → Go hour type name
     * @param additions SmartDok code → Go pay item code
     * @param perDiems SmartDok code → Go pay item code
     * @param activities SmartDok number → Go activity code or name
     * @param absence SmartDok absence wage type name → Go activity code or name
     * @param overtime SmartDok code of an overtime addition → Go hour type name, for {@code split-overtime}
     */
    public record Mappings(
            Map<String, String> wageTypes,
            Map<String, String> additions,
            Map<String, String> perDiems,
            Map<String, String> activities,
            Map<String, String> absence,
            Map<String, String> overtime) {
        public static final String SKIP = "skip";
    }
}
