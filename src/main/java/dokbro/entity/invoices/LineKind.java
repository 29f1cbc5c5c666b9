package dokbro.entity.invoices;

import java.util.Locale;
import java.util.Map;

/** Kinds of invoice lines as {@code line-products} names them; SmartDok has more. */
enum LineKind {
    WORKHOUR,
    ADDITION,
    MACHINE,
    GOODS,
    CUSTOM,
    ROUTE;

    /** SmartDok's InvoiceLineType in lower case. Workhour, MachineHours, UnitAddition and CustomLine were seen; the others are assumed. */
    private static final Map<String, LineKind> TYPES = Map.ofEntries(
            Map.entry("workhour", WORKHOUR),
            Map.entry("workhours", WORKHOUR),
            Map.entry("addition", ADDITION),
            Map.entry("unitaddition", ADDITION),
            Map.entry("diet", ADDITION),
            Map.entry("allowance", ADDITION),
            Map.entry("machinehour", MACHINE),
            Map.entry("machinehours", MACHINE),
            Map.entry("goods", GOODS),
            Map.entry("goodsconsumption", GOODS),
            Map.entry("goodsproduction", GOODS),
            Map.entry("production", GOODS),
            Map.entry("manufacturing", GOODS),
            Map.entry("transport", GOODS),
            Map.entry("transportation", GOODS),
            Map.entry("goodstransportation", GOODS),
            Map.entry("customline", CUSTOM),
            Map.entry("supplierinvoice", CUSTOM),
            Map.entry("supplierinvoiceline", CUSTOM),
            Map.entry("workroute", ROUTE),
            Map.entry("workroutes", ROUTE),
            Map.entry("autoregworkroute", ROUTE),
            Map.entry("autoregworkroutes", ROUTE));

    /** Null for a type that is not known. */
    static LineKind of(String type) {
        return TYPES.get(type.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT));
    }

    /** As the setting has it: "workhour". */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
