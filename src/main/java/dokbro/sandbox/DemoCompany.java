package dokbro.sandbox;

import dokbro.company.CompanyFiles.BuiltIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The company {@code demo}: live since two weeks, canaries off, with the mappings that the demo data asks for. */
public final class DemoCompany {

    private static final String FILE = "/sandbox/demo.yaml";

    private DemoCompany() {}

    /** @param requestsPerSecond as much as Go allows */
    public static BuiltIn of(
            String smartdokUrl, String goUrl, String tokenUrl, int requestsPerSecond, LocalDate startDate) {
        try (InputStream file = DemoCompany.class.getResourceAsStream(FILE)) {
            String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@smartdok@", smartdokUrl)
                    .replace("@go@", goUrl)
                    .replace("@token@", tokenUrl)
                    .replace("@rate@", Integer.toString(requestsPerSecond))
                    .replace("@start@", startDate.toString());
            return new BuiltIn("demo.yaml", yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
