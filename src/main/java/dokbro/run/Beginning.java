package dokbro.run;

import dokbro.company.Company;
import dokbro.entity.Kinds;
import dokbro.link.Links;
import dokbro.link.Turns;
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
    private final Masters masters;
    private final Clock clock;

    Beginning(
            FirstContact firstContact,
            Entities entities,
            Links links,
            PlanRows planRows,
            LostLinks lostLinks,
            Settlement settlement,
            Masters masters,
            Clock clock) {
        this.lostLinks = lostLinks;
        this.clock = clock;
        this.firstContact = firstContact;
        this.entities = entities;
        this.links = links;
        this.planRows = planRows;
        this.settlement = settlement;
        this.masters = masters;
    }

    void begin(Run run) {
        Instant asOf = clock.instant();
        open(run, asOf);
        if (!run.dry()) {
            entities.find(run.company(), run.entity())
                    .ifPresent(definition -> lostLinks.refuse(run, definition.probe()));
            settlement.settle(run, asOf);
        }
    }

    private void open(Run run, Instant asOf) {
        firstContact.check(run.company());
        masters.follow(run, asOf);
        run.linkedIds(new LinkedIds(kind -> targets(run, kind)));
        entities.find(run.company(), run.entity())
                .ifPresent(definition -> definition.source().prepare(run));
    }

    /** As for a run, but open claims are left to the runs. */
    void beginReplay(Run run) {
        open(run, clock.instant());
    }

    /**
     * The links of a kind, seen from the run's own source system: hours know a project by its id in SmartDok, also where the project came from
     * Go, and a project knows its customer by Go's id where it comes from there. A dry run sees the links that would be there as well.
     */
    private Map<String, String> targets(Run run, String kind) {
        String company = run.company().key();
        boolean runFromGo =
                Entities.MASTER_DATA.contains(run.entity()) && run.company().master() == Company.Master.POWEROFFICE;
        boolean otherWay = runFromGo != masters.fromGo(run.company(), kind);
        Map<String, String> targets = new HashMap<>();
        if (kind.equals(Kinds.SUB_PROJECTS) && !runFromGo) {
            targets.putAll(links.targets(company, Turns.LEFT_BEHIND, LinkedIds.HELD));
        }
        if (run.dry()) {
            Map<String, String> planned = planRows.wouldLink(company, kind);
            targets.putAll(otherWay ? turned(planned) : planned);
        }
        targets.putAll(
                otherWay ? links.sources(company, kind, LinkedIds.HELD) : links.targets(company, kind, LinkedIds.HELD));
        return targets;
    }

    private static Map<String, String> turned(Map<String, String> targets) {
        Map<String, String> sources = new HashMap<>();
        targets.forEach((source, target) -> sources.put(target, source));
        return sources;
    }
}
