package dokbro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The file of the company {@link Sites#OFFICE}, whose settings a test changes while the service runs. */
public final class OfficeFile implements AutoCloseable {

    private static final Path FILE = Path.of("target", "no-config", "companies", "office.yaml");

    private final Site.Parts parts;

    public OfficeFile(Site.Parts parts) {
        this.parts = parts;
    }

    /** The settings of a small company, changed; they are in force afterwards. */
    public OfficeFile write(UnaryOperator<String> change) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, change.apply(parts.sites().yaml(Sites.OFFICE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reload();
        return this;
    }

    private void reload() {
        parts.companies().reload();
        if (!parts.companies().problems().isEmpty()) {
            throw new AssertionError(parts.companies().problems());
        }
    }

    /** The company is gone. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(FILE);
            Files.deleteIfExists(FILE.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.companies().reload();
    }
}
