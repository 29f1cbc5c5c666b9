package dokbro;

import dokbro.company.CompanyFiles.BuiltIn;
import dokbro.sandbox.Contractor;
import dokbro.sandbox.ContractorData;
import dokbro.sandbox.DemoCompany;
import dokbro.sandbox.Sandbox;
import dokbro.sandbox.Size;
import dokbro.sandbox.go.GoOptions;
import dokbro.sandbox.smartdok.SmartDokOptions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The companies of the tests, each with two simulated systems of its own. */
public final class Sites implements AutoCloseable {

    /** The demo data with all its cases. */
    public static final String DEMO = "demo";

    /** Five employees, eight projects that match, and no registration. */
    public static final String SMALL = "small";

    /** As small, with canaries and with invoice bases. */
    public static final String CANARY = "canary";

    /** As small, with machines, goods and their vouchers. */
    public static final String COSTS = "costs";

    /** As small, and in review. */
    public static final String REVIEW = "review";

    /** As small, with a window of seven days, one call at a time: for property tests. */
    public static final String PROPERTY = "property";

    /** As small; not loaded before {@link OfficeFile} has written its file. */
    public static final String OFFICE = "office";

    private final Map<String, Sandbox> sandboxes = new LinkedHashMap<>();

    Sites(Clock clock) {
        LocalDate today = TestTime.today();
        Contractor whole = ContractorData.make(1, new Size(5, 8, 1, 0, false), today);
        Contractor small = whole.withoutRegistrations();
        sandboxes.put(DEMO, start(DEMO, 1, ContractorData.make(1, Size.DEMO, today), clock));
        sandboxes.put(SMALL, start(SMALL, 2, small, clock));
        sandboxes.put(CANARY, start(CANARY, 4, whole.withoutRegistrations(whole.invoices()), clock));
        sandboxes.put(REVIEW, start(REVIEW, 3, small, clock));
        sandboxes.put(PROPERTY, start(PROPERTY, 5, small, clock));
        sandboxes.put(OFFICE, start(OFFICE, 6, small, clock));
        sandboxes.put(COSTS, start(COSTS, 7, small, clock));
    }

    Sandbox sandbox(String company) {
        return sandboxes.get(company);
    }

    BuiltIn file(String company) {
        return new BuiltIn(company + ".yaml", yaml(company));
    }

    /** A company's file. */
    String yaml(String company) {
        Sandbox sandbox = sandboxes.get(company);
        String yaml = DemoCompany.of(
                        sandbox.smartdok().url(),
                        sandbox.go().url(),
                        sandbox.go().tokenUrl(),
                        1000,
                        sandbox.contractor().startDate())
                .yaml()
                .replace("sandbox-smartdok-token", company + "-smartdok-token")
                .replace("sandbox-client-key", company + "-client-key")
                .replace("canary: false", "canary: " + company.equals(CANARY))
                .replace("state: live", "state: " + (company.equals(REVIEW) ? "review" : "live"));
        if (!List.of(DEMO, COSTS).contains(company)) {
            for (String entity : List.of("machines", "goods", "machine-hours", "goods-consumption")) {
                yaml = yaml.replace("  " + entity + ": {enabled: true", "  " + entity + ": {enabled: false");
            }
        }
        return company.equals(PROPERTY)
                ? yaml.replace("{default-activity", "{window: 7d, default-activity") + "parallel: 1\n"
                : yaml;
    }

    @Override
    public void close() {
        sandboxes.values().forEach(Sandbox::close);
    }

    /** How a company's Go behaves when no test wants it otherwise. */
    static GoOptions options(String company) {
        return GoOptions.defaults()
                .withRequestsPerSecond(0)
                .withClient("client-" + company, company)
                .withKeys("sandbox-application-key", company + "-client-key", "sandbox-subscription-key");
    }

    /** With an identity of its own, since Dokbro pins the pair, and without Go's limit, so that tests are quick. */
    private static Sandbox start(String company, int number, Contractor contractor, Clock clock) {
        Sandbox sandbox = new Sandbox(contractor, clock, Sandbox.Ports.FREE);
        sandbox.smartdok()
                .options(before -> SmartDokOptions.DEFAULT.withCompany(company + "-smartdok-token", 4700 + number));
        sandbox.go().options(options(company));
        sandbox.reset();
        return sandbox;
    }
}
