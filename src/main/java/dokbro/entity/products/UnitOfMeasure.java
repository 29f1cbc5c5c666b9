package dokbro.entity.products;

import dokbro.entity.FirstMatch;
import java.util.HashMap;
import java.util.Map;

/** SmartDok's units of goods → Go's UnitOfMeasureType, in one table. SmartDok has about 40 fixed units; those not here are {@link #EACH}. */
public final class UnitOfMeasure {

    public static final String EACH = "EA";
    public static final String HOUR = "HUR";

    private static final Map<String, String> TABLE = table();

    private UnitOfMeasure() {}

    /** Go's unit; null for a name that is not in the table. */
    public static String of(String unit) {
        return unit == null ? null : TABLE.get(FirstMatch.plain(unit).replaceFirst("\\.$", ""));
    }

    private static Map<String, String> table() {
        Map<String, String> table = new HashMap<>();
        row(table, EACH, "stk", "stykk", "enhet");
        row(table, HOUR, "timer", "time", "t");
        row(table, "DAY", "døgn", "dag", "dager");
        row(table, "MON", "måned", "måneder", "mnd");
        row(table, "WEE", "uke", "uker");
        row(table, "ANN", "år");
        row(table, "MTR", "meter", "m");
        row(table, "LM", "løpemeter", "lm");
        row(table, "KMT", "kilometer", "km");
        row(table, "CMT", "centimeter", "cm");
        row(table, "MMT", "millimeter", "mm");
        row(table, "MTK", "kvadratmeter", "kvm", "m2", "m²");
        row(table, "MTQ", "kubikkmeter", "kbm", "m3", "m³");
        row(table, "DAA", "dekar", "mål");
        row(table, "LTR", "liter", "l");
        row(table, "KGM", "kilo", "kilogram", "kg");
        row(table, "GRM", "gram", "g");
        row(table, "TNE", "tonn");
        row(table, "XPK", "pakke", "pakker", "pk");
        row(table, "XRO", "rull", "ruller");
        row(table, "XBG", "sekk", "sekker", "pose", "poser");
        row(table, "XPL", "spann", "bøtte");
        row(table, "XCT", "kartong", "kartonger");
        row(table, "BX", "eske", "esker", "boks");
        row(table, "PR", "par");
        row(table, "SET", "sett");
        row(table, "KWH", "kwh", "kilowattime");
        return Map.copyOf(table);
    }

    private static void row(Map<String, String> table, String unit, String... names) {
        for (String name : names) {
            table.put(FirstMatch.plain(name), unit);
        }
    }
}
