package dokbro.program;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** From the class path that this process has, without the tests: where no jar has been built yet. */
    public static Launch classes() {
        String paths = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String withoutTests = Stream.of(paths.split(File.pathSeparator))
                .filter(path -> !Path.of(path).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return new Launch(List.of("-cp", withoutTests, "dokbro.Dokbro"));
    }

    /** The same with an option in front. */
    public Launch with(String option) {
        return new Launch(Stream.concat(Stream.of(option), arguments.stream()).toList());
    }
}
