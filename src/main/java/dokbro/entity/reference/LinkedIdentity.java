package dokbro.entity.reference;

import dokbro.entity.FirstMatch;
import dokbro.entity.Kinds;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.Objects;

/** Whether the two sides of a link are still who they were (design, section 2, "First match"). */
public final class LinkedIdentity {

    private final Registers registers;

    public LinkedIdentity(SmartDokRegisters smartdok, GoRegisters go) {
        this.registers = Registers.of(smartdok, go);
    }

    /** Who the two sides of a link are now; null when one of them is not in its register any more. */
    public ReferenceFacts now(String kind, String sourceId, String targetId) {
        Register sources = registers.source(kind);
        RegisterEntry source = sources.byId(sourceId);
        RegisterEntry target = registers.target(kind).byId(targetId);
        boolean gone = target == null || source == null && sources != Registers.NONE;
        return gone ? null : of(source, target);
    }

    /**
     * What must be said before the link may be used again, or null: RENAMED for wage types, hour types, additions, per diems and pay items,
     * RENUMBERED for employees whose two numbers differ. All others keep their link through a rename. A row of {@link ReferenceData#rows}
     * that is {@code chosen} and has the link's target is the office's answer "the same".
     */
    public static RecordFailure changed(String kind, ReferenceFacts before, ReferenceFacts after) {
        return switch (kind) {
            case Kinds.EMPLOYEES -> renumbered(after);
            case Kinds.WAGE_TYPES, Kinds.ADDITION_TYPES, Kinds.PER_DIEM_TYPES, Kinds.CHOSEN_HOUR_TYPES ->
                renamed(kind, before, after);
            default -> null;
        };
    }

    /** @param source null for what a setting names */
    static ReferenceFacts of(RegisterEntry source, RegisterEntry target) {
        return new ReferenceFacts(
                source == null ? null : source.number(),
                source == null ? null : source.name(),
                target.number(),
                target.name());
    }

    private static RecordFailure renumbered(ReferenceFacts now) {
        return FirstMatch.sameNumber(now.sourceNumber(), now.targetNumber())
                ? null
                : new RecordFailure(
                        Reason.RENUMBERED,
                        Objects.toString(now.sourceName(), ""),
                        Objects.toString(now.sourceNumber(), "(ingen)"),
                        Objects.toString(now.targetNumber(), "(ingen)"));
    }

    private static RecordFailure renamed(String kind, ReferenceFacts before, ReferenceFacts after) {
        if (differs(before.sourceNumber(), before.sourceName(), after.sourceNumber(), after.sourceName())) {
            return new RecordFailure(
                    Reason.RENAMED,
                    Registers.sourceWord(kind),
                    label(before.sourceNumber(), before.sourceName()),
                    label(after.sourceNumber(), after.sourceName()),
                    "SmartDok");
        }
        if (differs(before.targetNumber(), before.targetName(), after.targetNumber(), after.targetName())) {
            return new RecordFailure(
                    Reason.RENAMED,
                    Registers.targetWord(kind),
                    label(before.targetNumber(), before.targetName()),
                    label(after.targetNumber(), after.targetName()),
                    "Go");
        }
        return null;
    }

    private static boolean differs(String number, String name, String newNumber, String newName) {
        boolean sameNumber = Objects.equals(number, newNumber) || FirstMatch.sameNumber(number, newNumber);
        boolean sameName = Objects.equals(name, newName) || FirstMatch.sameName(name, newName);
        return !sameNumber || !sameName;
    }

    private static String label(String number, String name) {
        return number == null ? Objects.toString(name, "") : number + " " + Objects.toString(name, "");
    }
}
