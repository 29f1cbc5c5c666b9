package dokbro.sandbox;

import dokbro.sandbox.Contractor.Employee;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The employees: ordinary ones numbered from 101, and with the cases five whose hours or link need a person. */
final class Staff {

    static final String WITHOUT_NUMBER = "without-number";
    static final String NOT_IN_GO = "not-in-go";
    static final String OTHER_NAME = "other-name";
    static final String HIRED_IN = "hired-in";
    static final String LEFT = "left";
    static final String OFFICE = "office";

    private static final int FIRST_NUMBER = 101;

    private Staff() {}

    static List<Employee> employees(Size size) {
        List<Employee> all = new ArrayList<>();
        for (int i = 0; i < ordinary(size); i++) {
            all.add(ordinary(i));
        }
        if (size.cases()) {
            all.add(special(WITHOUT_NUMBER, "", "Åge Tømmerås", 191L, "Åge", "Tømmerås", false));
            all.add(special(NOT_IN_GO, "192", "Dorota Kowalska", null, null, null, false));
            all.add(special(OTHER_NAME, "193", "Kåre Bergsjø", 193L, "Karl Ivar", "Myrvold", false));
            all.add(special(HIRED_IN, "194", "Jānis Ozols", 194L, "Jānis", "Ozols", false));
            all.add(special(LEFT, "195", "Gunnar Øyen", 195L, "Gunnar", "Øyen", true));
            all.add(special(OFFICE, null, null, 11L, "Randi", "Kvåle", false));
        }
        return List.copyOf(all);
    }

    /** How many employees have registrations on ordinary days. */
    static int ordinary(Size size) {
        return size.cases() ? size.employees() - 5 : size.employees();
    }

    static String key(int i) {
        return String.valueOf(FIRST_NUMBER + i);
    }

    private static Employee ordinary(int i) {
        String first = Names.first(i);
        String last = Names.last(i);
        String smartdok = first + " " + last;
        String goLast = i % 10 == 3 ? Names.ascii(last) : last;
        if (i % 10 == 6) {
            smartdok = smartdok.toUpperCase();
        } else if (i % 10 == 8) {
            smartdok = first + "  " + last + " ";
        }
        String department = Registers.DEPARTMENTS.get(i % 3).code();
        BigDecimal cost = BigDecimal.valueOf(360 + i % 12 * 5);
        long number = FIRST_NUMBER + i;
        return new Employee(
                key(i), String.valueOf(number), smartdok, number, first, goLast, department, false, false, cost);
    }

    private static Employee special(
            String key, String number, String name, Long goNumber, String first, String last, boolean left) {
        return new Employee(key, number, name, goNumber, first, last, "10", left, left, new BigDecimal("380"));
    }
}
