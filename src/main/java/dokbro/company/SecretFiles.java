package dokbro.company;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Secrets that stand in files of their own. */
final class SecretFiles {

    private static final int LARGEST = 16 * 1024;

    private final Path configFolder;

    /** @param configFolder what relative paths are relative to */
    SecretFiles(Path configFolder) {
        this.configFolder = configFolder;
    }

    Path path(String written) throws WrongValue {
        try {
            if (written.isBlank()) {
                throw new WrongValue("file: needs a path");
            }
            return configFolder.resolve(written.strip()).normalize();
        } catch (InvalidPathException e) {
            throw new WrongValue("file: needs a path");
        }
    }

    /** The file's text without blanks and line ends around it. */
    static String read(Path file) throws WrongValue {
        try {
            if (Files.isDirectory(file)) {
                throw new WrongValue("the file " + file + " is a folder");
            }
            if (Files.size(file) > LARGEST) {
                throw new WrongValue("the file " + file + " is too large for a secret");
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                throw new WrongValue("the file " + file + " is empty");
            }
            return text;
        } catch (NoSuchFileException e) {
            throw new WrongValue("the file " + file + " does not exist");
        } catch (IOException e) {
            throw new WrongValue("the file " + file + " cannot be read");
        }
    }
}
