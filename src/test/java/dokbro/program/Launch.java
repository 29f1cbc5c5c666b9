package dokbro.program;

import java.nio.file.Path;
import java.util.List;

/**
 * What stands behind {@code java} and its options.
 *
 * @param arguments such as {@code -jar dokbro.jar}
 */
public record Launch(List<String> arguments) {

    /** As it is delivered. */
    public static final Launch JAR = jar(Path.of("target", "dokbro.jar"));

    /** A jar that can run alone. */
    public static Launch jar(Path jar) {
        return new Launch(List.of("-jar", jar.toAbsolutePath().toString()));
    }

    /** A class with a main method, from the class path that this process has: where no jar has been built yet. */
    public static Launch here(String mainClass) {
        String paths = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new Launch(List.of("-cp", paths, mainClass));
    }
}
