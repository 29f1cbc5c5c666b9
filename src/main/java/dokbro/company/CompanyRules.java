package dokbro.company;

import dokbro.company.Company.Billing;
import dokbro.company.Settings.Origin;
import java.util.List;
import java.util.Map;

/** What must hold between several settings of one company. */
final class CompanyRules {

    private static final List<String> VOUCHERS = List.of("machine-hours", "goods-consumption");

    private CompanyRules() {}

    static void check(Settings settings, Map<String, Integer> lines, FileProblems problems) {
        String invoices = "entities.invoice-basis.enabled";
        if (settings.flag(invoices) && Billing.POWEROFFICE.name().equalsIgnoreCase(settings.text("billing"))) {
            problems.add(
                    lines.get(invoices),
                    invoices,
                    "cannot be true with billing: poweroffice; Go would invoice the same hours");
        }
        if (given(settings, "poweroffice.url") && !given(settings, "poweroffice.token-url")) {
            // The default is the live system's: keys meant for another one must not go there.
            problems.add(
                    lines.get("poweroffice.url"), "poweroffice.token-url", "is required when poweroffice.url is given");
        }
        overtime(settings, lines, problems);
        for (String entity : VOUCHERS) {
            String section = "entities." + entity;
            if (settings.flag(section + ".enabled") && "time-item".equals(settings.text(section + ".target"))) {
                problems.add(lines.get(section + ".target"), section + ".target", "time-item is not there yet");
            }
            for (String account : List.of("debit-account", "credit-account")) {
                boolean vouchers = "voucher".equals(settings.text(section + ".target"));
                if (settings.flag(section + ".enabled")
                        && vouchers
                        && settings.number(section + "." + account) == null) {
                    problems.add(
                            lines.get(section + ".enabled"),
                            section + "." + account,
                            "is required when " + section + ".enabled is true");
                }
            }
        }
    }

    private static void overtime(Settings settings, Map<String, Integer> lines, FileProblems problems) {
        String split = "entities.work-hours.split-overtime";
        if (settings.flag(split) && settings.value(split + "-from") == null) {
            problems.add(
                    lines.get(split),
                    split + "-from",
                    "is required with split-overtime; hours before that day stay as they were sent");
        }
    }

    private static boolean given(Settings settings, String path) {
        return settings.values().get(path).origin() == Origin.FILE;
    }
}
