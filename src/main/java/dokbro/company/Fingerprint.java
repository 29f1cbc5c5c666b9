package dokbro.company;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;

/** A text that differs when a file's name, time or content does. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Collection<Path> files) {
        MessageDigest digest = sha256();
        for (Path file : new TreeSet<>(files)) {
            text(digest, file.toString());
            try {
                text(digest, Files.getLastModifiedTime(file).toString());
                byte[] content = Files.readAllBytes(file);
                text(digest, String.valueOf(content.length));
                digest.update(content);
            } catch (IOException e) {
                text(digest, "unreadable");
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
