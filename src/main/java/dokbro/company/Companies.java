package dokbro.company;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The companies in force. A file that turns wrong leaves its company as it last was; a file that is removed removes it. Safe for use by
 * several threads; a {@link Company} taken from here never changes, so a run that keeps it keeps one revision.
 */
public class Companies {

    private static final Logger LOG = LoggerFactory.getLogger(Companies.class);

    private final CompanyFiles files;
    private final SettingsRevisions revisions;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile Loaded loaded = new Loaded(Map.of(), List.of(), Set.of(), "");

    /**
     * What a reload changed, each list in the order of the keys.
     *
     * @param changed as they are now; a new secret is a change too, under the same revision
     * @param removed as they were
     */
    public record Change(List<Company> added, List<Company> changed, List<Company> removed) {
        public boolean isEmpty() {
            return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        }
    }

    private record Loaded(
            Map<String, Company> companies, List<Problem> problems, Set<Path> secretFiles, String fingerprint) {}

    /** Reads the files at once; fails when the database does. */
    public Companies(CompanyFiles files, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.revisions = new SettingsRevisions(jdbc, clock);
        reload();
    }

    /** In the order of their keys. */
    public List<Company> all() {
        return List.copyOf(loaded.companies().values());
    }

    /** The company with this key; empty too when its file has never been right since the start. */
    public Optional<Company> find(String key) {
        return Optional.ofNullable(loaded.companies().get(key));
    }

    /** What is wrong in the files now; says for each company that runs on older settings that it does. */
    public List<Problem> problems() {
        return loaded.problems();
    }

    /** Called after each reload that changed something, in the thread that reloaded. What is there already is not told. */
    public void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** Reads all files now and puts into force what is right. */
    public synchronized Change reload() {
        Loaded before = loaded;
        // Taken before the files are read: what changes in between is seen at the next look.
        String fingerprint = files.fingerprint(before.secretFiles());
        CompanyFiles.Reading reading = files.read();
        List<Problem> problems = new ArrayList<>();
        Map<String, Company> now = new TreeMap<>();
        for (CompanyFiles.FileReading file : reading.files()) {
            problems.addAll(file.problems());
            Company last = before.companies().get(file.key());
            if (file.company() != null) {
                now.put(file.key(), inForce(file.company(), last));
            } else if (last != null && now.putIfAbsent(file.key(), last) == null) {
                problems.add(new Problem(
                        file.file(),
                        0,
                        "",
                        "not applied; the last good settings, revision " + last.revision() + ", stay"));
            }
        }
        if (reading.folderProblem() != null
                && (!reading.missing() || !before.companies().isEmpty())) {
            problems.add(reading.folderProblem());
            before.companies().forEach(now::putIfAbsent);
        }
        loaded = new Loaded(now, List.copyOf(problems), CompanyFiles.secretFiles(reading), fingerprint);
        Change change = change(before.companies(), now);
        log(before, change);
        tell(change);
        return change;
    }

    /** Whether the files differ from those last read, as a text to compare with; see {@link CompanyWatcher}. */
    String fingerprint() {
        return files.fingerprint(loaded.secretFiles());
    }

    /** The fingerprint of the files last read. */
    String fingerprintRead() {
        return loaded.fingerprint();
    }

    private Company inForce(Company read, Company last) {
        if (last != null && last.withRevision(read.revision()).equals(read)) {
            return last;
        }
        return read.withRevision(revisions.of(read));
    }

    private static Change change(Map<String, Company> before, Map<String, Company> now) {
        List<Company> added = new ArrayList<>();
        List<Company> changed = new ArrayList<>();
        now.forEach((key, company) -> {
            Company last = before.get(key);
            if (last == null) {
                added.add(company);
            } else if (!last.equals(company)) {
                changed.add(company);
            }
        });
        List<Company> removed = before.values().stream()
                .filter(company -> !now.containsKey(company.key()))
                .toList();
        return new Change(List.copyOf(added), List.copyOf(changed), removed);
    }

    private void log(Loaded before, Change change) {
        loaded.problems().stream()
                .filter(problem -> !before.problems().contains(problem))
                .forEach(problem -> LOG.warn("{}", problem));
        change.added()
                .forEach(company -> LOG.info("Company {}: settings revision {}", company.key(), company.revision()));
        change.changed()
                .forEach(
                        company -> LOG.info("Company {}: now settings revision {}", company.key(), company.revision()));
        change.removed().forEach(company -> LOG.info("Company {}: removed", company.key()));
    }

    private void tell(Change change) {
        if (change.isEmpty()) {
            return;
        }
        RuntimeException failed = null;
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                // The others must hear of it all the same; the first failure goes to the caller.
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
