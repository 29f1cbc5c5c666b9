package dokbro.entity.reference;

import dokbro.company.Company;
import dokbro.company.VoucherSettings;
import dokbro.entity.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts, VAT codes and products of Go that settings name, of the entities that are on.
 *
 * @param kind of the link
 * @param value as it stands in the setting
 * @param setting the settings that name it, for people
 */
public record ChosenInLedger(String kind, String value, String setting) {

    /** Each value once. */
    public static List<ChosenInLedger> of(Company company) {
        Map<String, ChosenInLedger> chosen = new LinkedHashMap<>();
        vouchers(chosen, company, "machine-hours", company.machineHours());
        vouchers(chosen, company, "goods-consumption", company.goodsConsumption());
        if (isOn(company, "invoice-basis")) {
            company.invoiceBasis()
                    .lineProducts()
                    .forEach((line, code) ->
                            add(chosen, Kinds.CHOSEN_PRODUCTS, code, "invoice-basis.line-products." + line));
        }
        return List.copyOf(new ArrayList<>(chosen.values()));
    }

    /** Whether any setting names something of this kind, so that Go's register has to be read. */
    public static boolean needs(Company company, String kind) {
        return of(company).stream().anyMatch(chosen -> chosen.kind().equals(kind));
    }

    private static void vouchers(
            Map<String, ChosenInLedger> chosen, Company company, String entity, VoucherSettings settings) {
        if (isOn(company, entity)) {
            add(chosen, Kinds.CHOSEN_ACCOUNTS, settings.debitAccount(), entity + ".debit-account");
            add(chosen, Kinds.CHOSEN_ACCOUNTS, settings.creditAccount(), entity + ".credit-account");
            add(chosen, Kinds.CHOSEN_VAT_CODES, settings.vatCode(), entity + ".vat-code");
        }
    }

    private static void add(Map<String, ChosenInLedger> chosen, String kind, Object value, String setting) {
        if (value != null) {
            chosen.merge(
                    kind + "=" + value,
                    new ChosenInLedger(kind, value.toString(), setting),
                    (one, other) -> new ChosenInLedger(kind, one.value(), one.setting() + ", " + other.setting()));
        }
    }

    private static boolean isOn(Company company, String entity) {
        Company.EntitySettings settings = company.entities().get(entity);
        return settings != null && settings.enabled();
    }
}
