package dokbro.entity;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Whether two records that have no link yet are the same one (design, section 2, "First match"): number and name must agree. Names forgive
 * case, blanks and æ = ae, ø = oe, å = aa, and no more; numbers forgive blanks around them, and no more.
 */
public final class FirstMatch {

    private FirstMatch() {}

    /** A record of the target; one that has a link already is no candidate. Number and name may be null. */
    public record Candidate(String id, String number, String name, boolean linked) {}

    public sealed interface Answer permits None, Same, OtherName, Several {}

    /** Nothing there: it may be created. */
    public record None() implements Answer {}

    /** That one. */
    public record Same(String id) implements Answer {}

    /** The number is taken by a record of another name: a person decides. */
    public record OtherName(String id, String name) implements Answer {}

    /** More than one fits: a person decides. */
    public record Several(List<String> ids) implements Answer {}

    /** The rule for projects, activities and customers. A source without number is matched by its name alone. */
    public static Answer numberAndName(String number, String name, List<Candidate> candidates) {
        return isBlank(number)
                ? nameAlone(name, candidates)
                : match(other -> sameNumber(number, other), other -> sameName(name, other), candidates);
    }

    /** For what has no number in one of the systems: the name alone, and only where it stands once. */
    public static Answer nameAlone(String name, List<Candidate> candidates) {
        return one(ids(open(candidates).stream()
                .filter(candidate -> sameName(name, candidate.name()))
                .toList()));
    }

    /**
     * The rule for sub-projects under one parent: {@code 01}, {@code 123-01} and {@code 123.01} under 123 are the same number.
     *
     * @param parentNumber number of the parent, equal in both systems
     */
    public static Answer subProject(String parentNumber, String number, String name, List<Candidate> candidates) {
        return match(
                other -> sameNumber(ownNumber(parentNumber, number), ownNumber(parentNumber, other)),
                other -> sameName(name, other),
                candidates);
    }

    /** The rule for employees: as for projects, names as {@link #samePerson} says. Without a number nobody is matched. */
    public static Answer employee(String number, String name, List<Candidate> candidates) {
        return isBlank(number)
                ? new None()
                : match(other -> sameNumber(number, other), other -> samePerson(name, other), candidates);
    }

    /**
     * Ids of open candidates that have this name under another number: never linked, a row for a person (design 10.10). Empty for a source
     * without number.
     */
    public static List<String> sameNameOtherNumber(String number, String name, List<Candidate> candidates) {
        return isBlank(number)
                ? List.of()
                : ids(open(candidates).stream()
                        .filter(other -> sameName(name, other.name()) && !sameNumber(number, other.number()))
                        .toList());
    }

    /** Equal but for blanks around them; a missing number equals none. */
    public static boolean sameNumber(String one, String other) {
        return !isBlank(one) && other != null && one.strip().equals(other.strip());
    }

    /** Equal but for case, blanks and the spelling of æ, ø, å; a missing name equals none. */
    public static boolean sameName(String one, String other) {
        return !isBlank(one) && other != null && plain(one).equals(plain(other));
    }

    /**
     * The same words in any order ("Nordmann, Ola" is "Ola Nordmann"), or the same first and last word with middle names between in one of
     * the two.
     */
    public static boolean samePerson(String one, String other) {
        List<String> words = words(one);
        List<String> others = words(other);
        if (words.isEmpty() || others.isEmpty()) {
            return false;
        }
        if (words.size() == others.size()) {
            return new HashSet<>(words).equals(new HashSet<>(others));
        }
        return words.size() < others.size() ? hasMiddleNames(others, words) : hasMiddleNames(words, others);
    }

    private static Answer match(Predicate<String> number, Predicate<String> name, List<Candidate> candidates) {
        List<Candidate> sameNumber = open(candidates).stream()
                .filter(candidate -> number.test(candidate.number()))
                .toList();
        List<Candidate> same = sameNumber.stream()
                .filter(candidate -> name.test(candidate.name()))
                .toList();
        if (same.isEmpty() && sameNumber.size() == 1) {
            return new OtherName(sameNumber.get(0).id(), sameNumber.get(0).name());
        }
        return one(ids(same.isEmpty() ? sameNumber : same));
    }

    private static Answer one(List<String> ids) {
        return switch (ids.size()) {
            case 0 -> new None();
            case 1 -> new Same(ids.get(0));
            default -> new Several(ids);
        };
    }

    private static List<Candidate> open(List<Candidate> candidates) {
        return candidates.stream().filter(candidate -> !candidate.linked()).toList();
    }

    private static List<String> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toList();
    }

    /** A sub-project's number without its parent's in front: {@code 01} for {@code 123-01} and {@code 123.01} under 123. */
    public static String ownNumber(String parentNumber, String number) {
        if (isBlank(parentNumber) || isBlank(number)) {
            return number;
        }
        String parent = parentNumber.strip();
        String whole = number.strip();
        boolean prefixed = whole.startsWith(parent + "-") || whole.startsWith(parent + ".");
        return prefixed && whole.length() > parent.length() + 1 ? whole.substring(parent.length() + 1) : whole;
    }

    private static boolean hasMiddleNames(List<String> longer, List<String> shorter) {
        boolean sameEnds = shorter.size() > 1
                && longer.get(0).equals(shorter.get(0))
                && longer.get(longer.size() - 1).equals(shorter.get(shorter.size() - 1));
        return sameEnds && longer.containsAll(shorter);
    }

    /** The words of a person's name, first name first. */
    private static List<String> words(String name) {
        if (isBlank(name)) {
            return List.of();
        }
        String plain = plain(name);
        int comma = plain.indexOf(',');
        String inOrder = comma < 0 ? plain : plain.substring(comma + 1) + " " + plain.substring(0, comma);
        return List.of(inOrder.strip().split("[ ,]+"));
    }

    /** A name as names are compared: lower case, single blanks, æ, ø and å written out. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
