package dokbro.run;

import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunRefused.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All entities of a company, one after the other, so that a record's parents are linked before it is looked at. */
@Component
public class WholeSync {

    private static final Logger LOG = LoggerFactory.getLogger(WholeSync.class);

    private final Companies companies;
    private final Entities entities;
    private final Runs runs;

    WholeSync(Companies companies, Entities entities, Runs runs) {
        this.companies = companies;
        this.entities = entities;
        this.runs = runs;
    }

    /**
     * Starts with the first entity and goes on by itself; an entity that cannot start is left out.
     *
     * @param start the same for all
     * @return the entities that are to run, and the end of it all
     * @throws RunRefused for an unknown company
     */
    public Going start(String companyKey, Runs.Start start) {
        Company company = companies
                .find(companyKey)
                .orElseThrow(() -> new RunRefused(Why.UNKNOWN_COMPANY, "There is no company " + companyKey, null));
        List<String> enabled = entities.inOrder().stream()
                .filter(entity -> company.entities().containsKey(entity)
                        && company.entities().get(entity).enabled())
                .toList();
        CompletableFuture<List<RunRow>> end = CompletableFuture.completedFuture(new ArrayList<>());
        for (String entity : enabled) {
            end = end.thenCompose(done -> next(companyKey, entity, start, done));
        }
        return new Going(enabled, end);
    }

    /** A sync of all entities under way. */
    public record Going(List<String> entities, CompletableFuture<List<RunRow>> end) {}

    private CompletableFuture<List<RunRow>> next(String company, String entity, Runs.Start start, List<RunRow> done) {
        try {
            return runs.start(company, entity, start).end().thenApply(row -> {
                done.add(row);
                return done;
            });
        } catch (RunRefused refused) {
            LOG.info("{}/{} is left out: {}", company, entity, refused.getMessage());
            return CompletableFuture.completedFuture(done);
        }
    }
}
