package dokbro.api;

import dokbro.company.Company;
import dokbro.company.Settings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A company with keys that are easy to find where they must not be. */
public final class TestCompany {

    public static final String API_TOKEN = "smartdok-secret";
    public static final String APPLICATION_KEY = "application-secret";
    public static final String CLIENT_KEY = "client-secret";
    /** Issued and ending an hour apart. */
    public static final String JWT = jwt("{\"iat\": 1000, \"exp\": 4600}");

    private TestCompany() {}

    public static String jwt(String payload) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + ".sig-nature";
    }

    public static Company at(String key, String smartdokUrl, String goUrl, String tokenUrl) {
        return of(
                key, 1, new Company.SmartDokAccess(smartdokUrl, API_TOKEN), go(goUrl, tokenUrl, "subscription-" + key));
    }

    public static Company.PowerOfficeAccess go(String url, String tokenUrl, String subscriptionKey) {
        return new Company.PowerOfficeAccess(
                url, tokenUrl, APPLICATION_KEY, CLIENT_KEY, subscriptionKey, 1000, Company.QuantityUnit.MINUTES);
    }

    public static Company of(
            String key, long revision, Company.SmartDokAccess smartdok, Company.PowerOfficeAccess poweroffice) {
        return new Company(
                key,
                revision,
                "Testbygg AS",
                smartdok,
                poweroffice,
                LocalDate.of(2026, 11, 1),
                Company.State.LIVE,
                Company.Master.POWEROFFICE,
                null,
                List.of(),
                List.of(),
                Company.Billing.SMARTDOK,
                Company.ApprovedBy.ANY,
                null,
                null,
                Company.MarkExported.NONE,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Company.Brake(20, 50, new BigDecimal("0.05")),
                false,
                4,
                Duration.ofDays(30),
                new Company.Mappings(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of()),
                Settings.NONE);
    }
}
