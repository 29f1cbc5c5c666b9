package dokbro.company;

import dokbro.company.AdditionsSettings.FlatQuantity;
import dokbro.company.VoucherSettings.GroupBy;
import dokbro.company.VoucherSettings.Price;
import dokbro.company.VoucherSettings.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the settings of additions, vouchers and invoices of settings that have been checked. */
final class TransactionSettings {

    private final Settings settings;

    TransactionSettings(Settings settings) {
        this.settings = settings;
    }

    /** Pay-through is not in the file: null until the console's date is put in. */
    AdditionsSettings additions() {
        String section = "entities.additions.";
        Map<String, FlatQuantity> byCode = new LinkedHashMap<>();
        settings.map(section + "addition-quantity")
                .forEach((code, quantity) -> byCode.put(code, choice(FlatQuantity.class, quantity)));
        FlatQuantity flat = byCode.remove("default");
        return new AdditionsSettings(
                "send".equals(settings.text(section + "not-exported")),
                flat == null ? FlatQuantity.HOURS : flat,
                Collections.unmodifiableMap(byCode),
                "smartdok".equals(settings.text(section + "rate")),
                null,
                null);
    }

    VoucherSettings vouchers(String entity) {
        String section = "entities." + entity + ".";
        boolean goods = "goods-consumption".equals(entity);
        return new VoucherSettings(
                choice(Target.class, settings.text(section + "target")),
                settings.number(section + "debit-account"),
                settings.number(section + "credit-account"),
                settings.text(section + "vat-code"),
                choice(Price.class, settings.text(section + "price")),
                "skip".equals(settings.text(section + "no-price")),
                choice(GroupBy.class, settings.text(section + "group-by")),
                "draft".equals(settings.text(section + "post")),
                "task".equals(settings.text(section + "late-vouchers")),
                goods ? settings.list(section + "goods-categories") : List.of(),
                goods && settings.flag(section + "mark-goods-exported"));
    }

    InvoiceSettings invoiceBasis() {
        String section = "entities.invoice-basis.";
        Map<String, String> products = new LinkedHashMap<>();
        for (String kind : EntityKeys.INVOICE_LINES) {
            String product = settings.text(section + "line-products." + kind);
            if (product != null) {
                products.put(kind, product);
            }
        }
        return new InvoiceSettings(Collections.unmodifiableMap(products), settings.flag(section + "create-customers"));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
