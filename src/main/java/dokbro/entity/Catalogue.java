package dokbro.entity;

import java.util.Map;

/**
 * The registers of SmartDok that registrations point to, as they stood when the run began. Ids are SmartDok's, as text.
 */
public record Catalogue(
        Map<String, WageType> wageTypes,
        Map<String, Employee> employees,
        Map<String, Project> projects,
        Map<String, Activity> activities) {

    public static final Catalogue EMPTY = new Catalogue(Map.of(), Map.of(), Map.of(), Map.of());

    /** Lønnsart. */
    public record WageType(String id, String number, String name, boolean absence, boolean export) {}

    /** @param number employee number, null or blank where none was entered */
    public record Employee(String id, String number, String name) {}

    /** @param number trimmed */
    public record Project(String id, String number, String name, boolean order) {}

    /** @param number text such as 01.1, never a number */
    public record Activity(String id, String number, String name) {}
}
