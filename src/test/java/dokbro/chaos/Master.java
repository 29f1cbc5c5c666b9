package dokbro.chaos;

/**
 * A project, sub-project or activity.
 *
 * @param number {@code 1010.01} for a sub-project; null for an activity that only has a name
 */
record Master(String id, String number, String name) {

    /** What makes it the same in both systems. */
    String key() {
        return number == null ? Hours.plain(name) : number.strip();
    }
}
