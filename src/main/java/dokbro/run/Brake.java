package dokbro.run;

import dokbro.company.Company;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** The decision that a plan is too large to be carried out unseen (design, section 3, step 5). Creates and adoptions always go. */
final class Brake {

    private Brake() {}

    /**
     * What is held of a plan.
     *
     * @param read records that the run has read
     * @param rows how many rows of each operation; those that a person has released are not among them
     * @return the operations to hold; empty when the plan may go
     */
    static Set<Operation> held(Company.Brake limits, long read, Map<Operation, Long> rows) {
        long deletes = rows.getOrDefault(Operation.DELETE, 0L);
        long changes = deletes + rows.getOrDefault(Operation.REPLACE, 0L) + rows.getOrDefault(Operation.UPDATE, 0L);
        boolean nothingRead = read == 0 && changes > 0;
        boolean many = changes > limits.maxChanges()
                && BigDecimal.valueOf(changes).compareTo(limits.maxShare().multiply(BigDecimal.valueOf(read))) > 0;
        if (nothingRead || many) {
            return Set.of(Operation.DELETE, Operation.REPLACE, Operation.UPDATE);
        }
        return deletes > limits.maxDeletes() ? Set.of(Operation.DELETE) : Set.of();
    }
}
