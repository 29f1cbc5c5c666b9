package dokbro.company;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads the company files of a folder, {@code *.yaml} and {@code *.yml}: each becomes a company or a list of problems. */
public class CompanyFiles {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern ENDING = Pattern.compile("\\.ya?ml$");

    /** Two companies with one of these in common would write into the same books twice. */
    private static final List<String> NOT_SHARED = List.of("smartdok.api-token", "poweroffice.client-key");

    private final Path folder;
    private final Placeholders placeholders;
    private final SecretFiles secretFiles;
    private final List<BuiltIn> builtIn;

    /** A company that comes with the program, such as the sandbox's; read before the files and by the same rules. */
    public record BuiltIn(String file, String yaml) {}

    /**
     * @param folder the companies' folder; secrets with a relative path are looked for in the folder above it
     * @param environment value of a variable, null where it is not set
     */
    public CompanyFiles(Path folder, Function<String, String> environment) {
        this(folder, environment, List.of());
    }

    /** As above, with companies that have no file. */
    public CompanyFiles(Path folder, Function<String, String> environment, Collection<BuiltIn> builtIn) {
        this.folder = folder.toAbsolutePath().normalize();
        Path above = this.folder.getParent();
        this.placeholders = new Placeholders(environment);
        this.secretFiles = new SecretFiles(above == null ? this.folder : above);
        this.builtIn = List.copyOf(builtIn);
    }

    /**
     * One file as it was read.
     *
     * @param company null when there are problems
     */
    record FileReading(
            String file,
            String key,
            Company company,
            List<Problem> problems,
            Map<String, Integer> lines,
            Set<Path> secretFiles) {

        private FileReading refused(Problem problem) {
            return new FileReading(file, key, null, List.of(problem), lines, secretFiles);
        }
    }

    /**
     * All files.
     *
     * @param folderProblem why the folder itself cannot be read, else null
     * @param missing there is no such folder, which is in order before the first company
     */
    record Reading(List<FileReading> files, Problem folderProblem, boolean missing) {}

    /** Reads everything, in the order of the files' names. Never throws for what stands in the files. */
    Reading read() {
        List<FileReading> files = new ArrayList<>();
        for (BuiltIn company : builtIn) {
            files.add(file(company.file(), company.yaml().getBytes(StandardCharsets.UTF_8)));
        }
        Problem folderProblem = null;
        boolean missing = false;
        try {
            for (Path path : paths()) {
                files.add(file(path));
            }
        } catch (NoSuchFileException e) {
            missing = true;
            folderProblem = new Problem(folder.toString(), 0, "", "there is no such folder");
        } catch (IOException e) {
            folderProblem = new Problem(folder.toString(), 0, "", "the folder cannot be read");
        }
        return new Reading(distinct(files), folderProblem, missing);
    }

    /** A text that differs when the files, or the secret files given, do; cheap enough for every other second. */
    String fingerprint(Set<Path> secretFiles) {
        try {
            Set<Path> all = new HashSet<>(paths());
            all.addAll(secretFiles);
            return Fingerprint.of(all);
        } catch (IOException e) {
            return "no folder";
        }
    }

    private Set<Path> paths() throws IOException {
        Set<Path> paths = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                String name = path.getFileName().toString();
                if (ENDING.matcher(name).find() && !name.startsWith(".") && !Files.isDirectory(path)) {
                    paths.add(path);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return paths;
    }

    private FileReading file(Path path) {
        String file = path.getFileName().toString();
        try {
            return file(file, Files.readAllBytes(path));
        } catch (IOException e) {
            Problem problem = new Problem(file, 0, "", "the file cannot be read");
            return new FileReading(file, keyOf(file), null, List.of(problem), Map.of(), Set.of());
        }
    }

    private FileReading file(String file, byte[] bytes) {
        String key = keyOf(file);
        FileProblems problems = new FileProblems(file);
        if (!KEY.matcher(key).matches()) {
            problems.add(
                    0,
                    "",
                    "the file's name must be small letters a-z, digits and -, at most 63, and begin with a letter or digit");
        }
        MappingNode top = new YamlReader(problems).read(bytes);
        if (top == null) {
            return new FileReading(file, key, null, problems.found(), Map.of(), Set.of());
        }
        SettingsReader.Contents contents =
                new SettingsReader(problems, new ScalarReader(placeholders, secretFiles)).read(top);
        Company company = null;
        if (problems.found().isEmpty()) {
            CompanyRules.check(contents.settings(), contents.lines(), problems);
        }
        if (problems.found().isEmpty()) {
            company = new CompanyBuilder(key, contents.settings(), contents.secrets()).build();
        }
        return new FileReading(file, key, company, problems.found(), contents.lines(), contents.secretFiles());
    }

    private static List<FileReading> distinct(List<FileReading> files) {
        Map<String, String> keys = new HashMap<>();
        Map<List<String>, String> secrets = new HashMap<>();
        List<FileReading> distinct = new ArrayList<>();
        for (FileReading file : files) {
            String twin = keys.putIfAbsent(file.key(), file.file());
            if (twin != null) {
                distinct.add(file.refused(new Problem(
                        file.file(), 0, "", "the company " + file.key() + " stands in " + twin + " already")));
            } else {
                distinct.add(file.company() == null ? file : withOwnSecrets(file, secrets));
            }
        }
        return distinct;
    }

    private static FileReading withOwnSecrets(FileReading file, Map<List<String>, String> taken) {
        Company company = file.company();
        List<String> values =
                List.of(company.smartdok().apiToken(), company.poweroffice().clientKey());
        for (int i = 0; i < values.size(); i++) {
            String other = taken.putIfAbsent(List.of(NOT_SHARED.get(i), values.get(i)), file.file());
            if (other != null) {
                String path = NOT_SHARED.get(i);
                return file.refused(new Problem(
                        file.file(),
                        file.lines().get(path),
                        path,
                        "is the same as in " + other + "; two companies cannot share it"));
            }
        }
        return file;
    }

    private static String keyOf(String file) {
        return ENDING.matcher(file).replaceFirst("");
    }

    /** The secret files that a reading looked into. */
    static Set<Path> secretFiles(Reading reading) {
        Set<Path> all = new HashSet<>();
        reading.files().forEach(file -> all.addAll(file.secretFiles()));
        return all;
    }
}
