package dokbro.chaos;

import java.util.List;

/** What Go holds at one moment, by its own control interface. Activities are those for work. */
record GoSide(List<Entry> entries, List<Master> projects, List<Master> subProjects, List<Master> activities) {

    /**
     * A time entry.
     *
     * @param key of the registration, from Dokbro's marker in the comment; null without marker
     * @param generation from the marker
     */
    record Entry(String id, String key, int generation, Hours hours) {}
}
