package dokbro.console;

import dokbro.run.Hold;
import dokbro.run.Operation;
import dokbro.run.PlanRow;
import java.time.Instant;
import java.util.List;

/**
 * What a run is held for.
 *
 * @param operation the kind of write that a canary proves; null for others
 * @param sourceId the canary's record; null for others
 * @param question what to look at, in the caller's language
 * @param differences of a canary, by member: from is what was sent, to what the other system has; the values are null for viewers
 * @param decidedBy null while it is open
 * @param nextRun the run that approval started, or that is held instead; null for none
 */
record HoldAnswer(
        Hold.Kind kind,
        Operation operation,
        String sourceId,
        Hold.State state,
        String question,
        List<PlanRow.Change> differences,
        Instant openedAt,
        Instant decidedAt,
        String decidedBy,
        String note,
        Long nextRun) {

    static HoldAnswer of(Hold hold, Caller caller) {
        boolean open = caller.operator() || !Personal.kind(hold.entity());
        return new HoldAnswer(
                hold.kind(),
                hold.operation(),
                hold.sourceId(),
                hold.state(),
                question(hold, caller.language()),
                open
                        ? hold.differences()
                        : hold.differences().stream()
                                .map(change -> new PlanRow.Change(change.field(), null, null))
                                .toList(),
                hold.openedAt(),
                hold.decidedAt(),
                hold.decidedBy(),
                hold.note(),
                hold.nextRun());
    }

    private static String question(Hold hold, String language) {
        boolean nb = "nb".equals(language);
        if (hold.kind() == Hold.Kind.BRAKE) {
            return nb
                    ? "Overføringen ville endre eller slette mer enn endringssperren tillater. Se på planen, og godkjenn bare hvis det"
                            + " stemmer."
                    : "The run would change or delete more than the brake allows. Look at the plan, and approve it only if it is right.";
        }
        if (hold.kind() == Hold.Kind.RECOMPUTE) {
            return nb
                    ? "Dette er det som ville bli endret om perioden regnes om med dagens koblinger, priser og innstillinger. Se på planen,"
                            + " og godkjenn den hvis den stemmer."
                    : "This is what would change if the period is computed anew with today's mappings, prices and settings. Look at the plan,"
                            + " and approve it if it is right.";
        }
        if (hold.kind() == Hold.Kind.SWITCH) {
            return nb
                    ? "Mastersystemet er byttet, og dette er den første planen etter det. Ingenting er sendt. Se på hva som ville bli koblet,"
                            + " endret og opprettet i det andre systemet, og godkjenn bare hvis det stemmer."
                    : "The master has changed, and this is the first plan since. Nothing was sent. Look at what would be linked, changed and"
                            + " made in the other system, and approve it only if it is right.";
        }
        if (hold.lookedAt() == null) {
            return nb
                    ? "Den første av sitt slag er sendt, men ennå ikke lest tilbake; neste overføring gjør det."
                    : "The first of its kind was sent and not read back yet; the next run does that.";
        }
        if (hold.differences().isEmpty()) {
            return nb
                    ? "Den første av sitt slag er overført og lest tilbake, og er lik. Se på den i det andre systemet: enhet, kommentar,"
                            + " prosjekt. Godkjenn så resten."
                    : "The first of its kind was sent and read back, and is equal. Look at it in the other system: unit, comment, project."
                            + " Then approve the rest.";
        }
        boolean quantity = hold.differences().stream()
                .anyMatch(change -> List.of("Quantity", "FromTime", "ToTime").contains(change.field()));
        String unit =
                quantity ? (nb ? " Kontroller innstillingen quantity-unit." : " Check the setting quantity-unit.") : "";
        return (nb
                        ? "Den første av sitt slag er overført, men det andre systemet viser noe annet enn det som ble sendt. Ikke godkjenn"
                                + " før det er forklart."
                        : "The first of its kind was sent, but the other system shows something else than was sent. Do not approve before"
                                + " that is explained.")
                + unit;
    }
}
