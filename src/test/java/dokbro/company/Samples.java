package dokbro.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Company files for tests. */
final class Samples {

    /** The shortest file that is right; text added to it begins on line 9. */
    static final String SHORTEST = """
            smartdok:
              url: https://api.smartdok.no
              api-token: sd-secret
            poweroffice:
              application-key: app-secret
              client-key: client-secret
              subscription-key: sub-secret
            start-date: 2026-11-01
            """;

    static final Map<String, String> SECRETS = Map.of(
            "NORDBYGG_SMARTDOK_TOKEN", "sd-secret",
            "POWEROFFICE_APPLICATION_KEY", "app-secret",
            "NORDBYGG_POWEROFFICE_CLIENT_KEY", "client-secret",
            "POWEROFFICE_SUBSCRIPTION_KEY", "sub-secret");

    private Samples() {}

    /** The shortest file with secrets of its own. */
    static String shortest(String secret) {
        return SHORTEST.replace("sd-secret", "sd-" + secret).replace("client-secret", "client-" + secret);
    }

    static void write(Path folder, String file, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CompanyFiles.FileReading read(String yaml) {
        return read(yaml, Map.of());
    }

    static CompanyFiles.FileReading read(String yaml, Map<String, String> environment) {
        CompanyFiles files = new CompanyFiles(
                Path.of("target/no-such-config/companies"),
                environment::get,
                List.of(new CompanyFiles.BuiltIn("nordbygg.yaml", yaml)));
        return files.read().files().get(0);
    }

    static Company company(String yaml) {
        CompanyFiles.FileReading file = read(yaml);
        if (!file.problems().isEmpty()) {
            throw new AssertionError(file.problems());
        }
        return file.company();
    }
}
