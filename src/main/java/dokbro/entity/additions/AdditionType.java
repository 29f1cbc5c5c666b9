package dokbro.entity.additions;

import dokbro.entity.Catalogue;
import dokbro.entity.Decimals;
import java.math.BigDecimal;

/**
 * An addition or a per diem of SmartDok's registers.
 *
 * @param number trimmed, null for none
 * @param rate null for none
 */
record AdditionType(
        boolean perDiem, String number, String name, boolean unit, boolean export, boolean overtime, BigDecimal rate) {

    /** Null where the register does not know the id. */
    static AdditionType of(boolean perDiem, String id, Catalogue catalogue) {
        if (perDiem) {
            Catalogue.PerDiem diem = catalogue.perDiems().get(id);
            return diem == null
                    ? null
                    : new AdditionType(
                            true,
                            trimmed(diem.number()),
                            diem.name(),
                            false,
                            diem.export(),
                            false,
                            Decimals.orNone(diem.rate()));
        }
        Catalogue.Addition addition = catalogue.additions().get(id);
        return addition == null
                ? null
                : new AdditionType(
                        false,
                        trimmed(addition.number()),
                        addition.name(),
                        addition.unit(),
                        addition.export(),
                        addition.overtime(),
                        Decimals.orNone(addition.rate()));
    }

    /** For messages: "tillegg 210 Bastillegg". */
    String label() {
        String kind = perDiem ? "diett " : "tillegg ";
        return kind + (number == null ? "" : number + " ") + name;
    }

    private static String trimmed(String number) {
        return number == null || number.isBlank() ? null : number.strip();
    }
}
