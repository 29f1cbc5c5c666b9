package dokbro.chaos;

import dokbro.program.JsonCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes and renames projects, sub-projects and activities in Go. Only what it has made itself is renamed: nobody else has linked that before. */
final class GoOffice {

    private static final int FIRST_PROJECT = 4000;
    private static final int FIRST_ACTIVITY = 50;

    private final JsonCalls control;
    private final Random random;
    private final List<Long> projects = new ArrayList<>();
    private final List<Long> all = new ArrayList<>();
    private int activities;

    GoOffice(JsonCalls control, Random random) {
        this.control = control;
        this.random = random;
    }

    void makeProject() {
        projects.add(make(null));
    }

    /** Under the first project that was made. */
    void makeSubProject() {
        if (projects.isEmpty()) {
            makeProject();
        }
        make(projects.get(0));
    }

    private long make(Long parent) {
        Map<String, Object> project = new HashMap<>();
        int number = FIRST_PROJECT + all.size();
        project.put("code", Integer.toString(number));
        project.put("name", "Byggeplass " + number);
        project.put("parentId", parent);
        long id = control.post("/go/projects", project).path("Id").asLong();
        all.add(id);
        return id;
    }

    void makeActivity() {
        int number = FIRST_ACTIVITY + activities++;
        control.post("/go/activities", Map.of("code", Integer.toString(number), "name", "Arbeid " + number));
    }

    void rename() {
        if (!all.isEmpty()) {
            long id = all.get(random.nextInt(all.size()));
            control.post("/go/projects/" + id, Map.of("name", "Omdøpt " + random.nextInt(1000)));
        }
    }
}
