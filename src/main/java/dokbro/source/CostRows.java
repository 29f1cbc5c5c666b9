package dokbro.source;

import dokbro.entity.vouchers.CostKind;
import dokbro.entity.vouchers.CostRow;
import dokbro.run.Run;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where SmartDok has the rows of one kind of cost. */
interface CostRows {

    CostKind kind();

    /**
     * The rows of some days.
     *
     * @param records ids of the records that were read, those without a row too
     */
    record Read(List<CostRow> rows, Set<String> records) {}

    /** All rows of these days. {@code to} is null for open. */
    Read read(Run run, LocalDate from, LocalDate to);

    /** The id of the record that a row stands in. */
    String record(String rowKey);

    /**
     * @param there as SmartDok has them now, on whatever day
     * @param unsure ids of records that changed while they were asked for
     */
    record Confirmed(List<CostRow> there, Set<String> unsure) {}

    /** Asks for records one by one that a read should have had and did not. */
    Confirmed confirm(Run run, Collection<String> records);

    /** Rows of these days that were changed since the last good run; none where SmartDok cannot be asked for that. */
    List<CostRow> changed(Run run, LocalDate from, LocalDate to);

    /** The day of a record; empty where there is none. */
    Optional<LocalDate> day(Run run, String record);
}
