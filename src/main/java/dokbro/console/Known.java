package dokbro.console;

import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.run.Entities;
import dokbro.run.RunHistory;
import dokbro.run.RunHistory.RunRow;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what an address names; what is not there is a 404, a wrong filter a 400. */
@Component
class Known {

    private final Companies companies;
    private final Entities entities;
    private final RunHistory history;

    Known(Companies companies, Entities entities, RunHistory history) {
        this.companies = companies;
        this.entities = entities;
        this.history = history;
    }

    Company company(String key) {
        return companies.find(key).orElseThrow(() -> Refused.notThere("There is no company " + key + "."));
    }

    /** Checks both. */
    Company company(String key, String entity) {
        Company company = company(key);
        if (!entities.known(entity)) {
            throw Refused.notThere(
                    "There is no entity " + entity + "; there are " + Problems.list(entities.inOrder()) + ".");
        }
        return company;
    }

    RunRow run(String key, long id) {
        company(key);
        return history.find(key, id).orElseThrow(() -> Refused.notThere("There is no run " + id + " of " + key + "."));
    }

    /** The filter of an entity; null for none. */
    String entityFilter(String entity) {
        if (entity != null && !entities.known(entity)) {
            throw Refused.wrong("entity", "entity must be one of " + Problems.list(entities.inOrder()) + ".");
        }
        return entity;
    }

    /** The filter of an entity, or one of the kinds of reference-data, as kinds; null for none. */
    Collection<String> kindsFilter(String entity) {
        if (entity == null) {
            return null;
        }
        if (entities.known(entity)) {
            return entities.kinds(entity);
        }
        List<String> registers = entities.kinds(Entities.REFERENCE_DATA);
        if (!registers.contains(entity)) {
            List<String> all = Stream.concat(entities.inOrder().stream(), registers.stream())
                    .distinct()
                    .toList();
            throw Refused.wrong("entity", "entity must be one of " + Problems.list(all) + ".");
        }
        return List.of(entity);
    }
}
