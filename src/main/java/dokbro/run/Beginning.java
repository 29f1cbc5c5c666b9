package dokbro.run;

import dokbro.company.Company;
import dokbro.link.Links;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What happens before a run plans: who answers is checked, the registers are read, open claims are settled. */
@Component
class Beginning {

    private final FirstContact firstContact;
    private final Entities entities;
    private final Links links;
    private final PlanRows planRows;
    private final LostLinks lostLinks;
    private final Settlement settlement;
    private final Clock clock;

    Beginning(
            FirstContact firstContact,
            Entities entities,
            Links links,
            PlanRows planRows,
            LostLinks lostLinks,
            Settlement settlement,
            Clock clock) {
        this.lostLinks = lostLinks;
        this.clock = clock;
        this.firstContact = firstContact;
        this.entities = entities;
        this.links = links;
        this.planRows = planRows;
        this.settlement = settlement;
    }

    void begin(Run run) {
        Instant asOf = clock.instant();
        open(run);
        if (!run.dry()) {
            entities.find(run.company(), run.entity())
                    .ifPresent(definition -> lostLinks.refuse(run, definition.probe()));
            settlement.settle(run, asOf);
        }
    }

    private void open(Run run) {
        firstContact.check(run.company());
        run.linkedIds(new LinkedIds(kind -> targets(run, kind)));
        entities.find(run.company(), run.entity())
                .ifPresent(definition -> definition.source().prepare(run));
    }

    /** As for a run, but open claims are left to the runs. */
    void beginReplay(Run run) {
        open(run);
    }

    /**
     * The links of a kind, seen from the run's own source system: hours know a project by its id in SmartDok, also where the project came from
     * Go. A dry run sees the links that would be there as well.
     */
    private Map<String, String> targets(Run run, String kind) {
        Map<String, String> targets = new HashMap<>();
        if (run.dry()) {
            targets.putAll(planRows.wouldLink(run.company().key(), kind));
        }
        targets.putAll(links.targets(run.company().key(), kind, LinkedIds.HELD));
        boolean otherWay = run.company().master() == Company.Master.POWEROFFICE
                && Entities.MASTER_DATA.contains(kind)
                && !Entities.MASTER_DATA.contains(run.entity());
        if (!otherWay) {
            return targets;
        }
        Map<String, String> sources = new HashMap<>();
        targets.forEach((source, target) -> sources.put(target, source));
        return sources;
    }
}
