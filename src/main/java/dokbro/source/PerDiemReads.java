package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.entity.additions.AdditionFacts;
import dokbro.entity.additions.PerDiemDays;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Run;
import dokbro.smartdok.SmartDokClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Tells registrations with a per diem which of them has the day's (adr/0021). What Go holds counts as well where the read did not have it:
 * pages move, and a claim may still be open. Then SmartDok is asked whether it is still there, so that no day is paid twice.
 */
@Component
class PerDiemReads {

    private final SmartDokClient smartdok;
    private final Approvals approvals;
    private final Confirmation confirmation;
    private final Links links;

    PerDiemReads(SmartDokClient smartdok, Approvals approvals, Confirmation confirmation, Links links) {
        this.smartdok = smartdok;
        this.approvals = approvals;
        this.confirmation = confirmation;
        this.links = links;
    }

    /** For the pages of a run. */
    WholeDays of(Run run) {
        return new WholeDays(
                registration -> days(run).counts(registration),
                registrations -> told(run, registrations, List.of()),
                registrations -> alone(run, registrations));
    }

    private static PerDiemDays days(Run run) {
        return new PerDiemDays(run.company(), run.catalogue());
    }

    /** The day of each that has a per diem is read first. */
    private List<JsonNode> alone(Run run, List<JsonNode> registrations) {
        Set<LocalDate> dates = new TreeSet<>();
        registrations.stream()
                .filter(days(run)::counts)
                .forEach(registration -> dates.add(Approvals.day(registration)));
        List<JsonNode> others = new ArrayList<>();
        for (LocalDate date : dates) {
            new RegistrationPages(
                            RegistrationPages.of(run, smartdok),
                            List.of(new RegistrationPages.Slice(date, date, null)),
                            registration -> approvals.trusted(run, registration),
                            given -> List.of(),
                            WholeDays.NONE)
                    .forEachRemaining(others::addAll);
        }
        return told(run, registrations, others);
    }

    private List<JsonNode> told(Run run, List<JsonNode> registrations, List<JsonNode> others) {
        PerDiemDays days = days(run);
        Map<String, JsonNode> concerned = new HashMap<>();
        others.stream().filter(days::counts).forEach(other -> concerned.put(RegistrationPages.id(other), other));
        registrations.stream().filter(days::counts).forEach(own -> concerned.put(RegistrationPages.id(own), own));
        if (concerned.isEmpty()) {
            return registrations;
        }
        Map<String, Link> sent = sent(run, concerned.values());
        unread(run, sent, concerned);
        Map<String, JsonNode> told = new HashMap<>();
        days.told(List.copyOf(concerned.values()), sent::containsKey)
                .forEach(registration -> told.put(RegistrationPages.id(registration), registration));
        return registrations.stream()
                .map(own -> told.getOrDefault(RegistrationPages.id(own), own))
                .toList();
    }

    /** Per diem that stands in Go or may, by the source id of its link. */
    private Map<String, Link> sent(Run run, Iterable<JsonNode> concerned) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        concerned.forEach(registration -> dates.add(Approvals.day(registration)));
        Map<String, Link> sent = new TreeMap<>();
        links.standing(run.company().key(), run.entity(), PerDiemDays.KEY, dates.first(), dates.last())
                .forEach(link -> sent.put(link.sourceId(), link));
        return sent;
    }

    /** Adds what Go holds on the days that matter and the read did not have, where SmartDok has it still or cannot tell. */
    private void unread(Run run, Map<String, Link> sent, Map<String, JsonNode> concerned) {
        Map<String, JsonNode> byDay = new HashMap<>();
        concerned.values().forEach(registration -> byDay.put(PerDiemDays.day(registration), registration));
        Map<String, JsonNode> unread = new TreeMap<>();
        sent.values().stream()
                .filter(link -> !concerned.containsKey(link.owner()))
                .forEach(link -> {
                    JsonNode sameDay = byDay.get(day(link));
                    if (sameDay != null) {
                        unread.put(link.owner(), sameDay);
                    }
                });
        if (unread.isEmpty()) {
            return;
        }
        Confirmation.Answer answer = confirmation.ask(run, unread.keySet());
        answer.there().stream()
                .filter(days(run)::counts)
                .forEach(there -> concerned.put(RegistrationPages.id(there), there));
        answer.unsure()
                .forEach(owner ->
                        concerned.put(owner, ((ObjectNode) unread.get(owner).deepCopy()).put("Id", owner)));
    }

    private static String day(Link link) {
        JsonNode claimed = link.claim() == null ? null : link.claim().facts();
        JsonNode facts = claimed == null ? link.facts() : claimed;
        if (facts == null) {
            return null;
        }
        AdditionFacts sent = Json.mapper().convertValue(facts, AdditionFacts.class);
        return PerDiemDays.day(sent.userId(), sent.date());
    }
}
