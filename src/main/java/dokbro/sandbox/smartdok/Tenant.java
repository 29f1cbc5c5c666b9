package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Dokbro;
import java.time.Clock;
import java.time.LocalDateTime;

/** What one company has in SmartDok. Ids have the magnitude of the real ones. */
final class Tenant {

    private static final int FIRST_HOURS = 130_000_000;

    private final Clock clock;
    private final Register users = new Register(0);
    private final Register departments = new Register(5_600);
    private final Register customers = new Register(310_000);
    private final Register projects = new Register(2_040_000);
    private final Register subProjects = new Register(1_510_000);
    private final Register activities = new Register(31_000);
    private final Register wages = new Register(2_843);
    private final Register additions = new Register(93_975);
    private final Register allowances = new Register(4_100);
    private final Register machines = new Register(230_400);
    private final Register goods = new Register(88_000);
    private final Register goodsCategories = new Register(7_300);
    private final Register goodsRows = new Register(5_200_000);
    private final Register invoices = new Register(61_000);
    private final Register invoiceLines = new Register(2_900_000);
    private final HoursStore hours;

    Tenant(Clock clock) {
        this.clock = clock;
        this.hours = new HoursStore(clock, this::isAbsence, FIRST_HOURS);
    }

    Register users() {
        return users;
    }

    Register departments() {
        return departments;
    }

    Register customers() {
        return customers;
    }

    Register projects() {
        return projects;
    }

    Register subProjects() {
        return subProjects;
    }

    Register activities() {
        return activities;
    }

    Register wages() {
        return wages;
    }

    Register additions() {
        return additions;
    }

    Register allowances() {
        return allowances;
    }

    Register machines() {
        return machines;
    }

    Register goods() {
        return goods;
    }

    Register goodsCategories() {
        return goodsCategories;
    }

    /** Consumption, production and transport. */
    Register goodsRows() {
        return goodsRows;
    }

    Register invoices() {
        return invoices;
    }

    /** Gives ids only; the lines stand in their invoices. */
    Register invoiceLines() {
        return invoiceLines;
    }

    HoursStore hours() {
        return hours;
    }

    boolean isAbsence(int wageId) {
        return wages.find(String.valueOf(wageId))
                .map(wage -> wage.path("IsAbsence").asBoolean())
                .orElse(false);
    }

    /** The present time as SmartDok writes it. */
    String now() {
        return Times.text(time());
    }

    LocalDateTime time() {
        return Times.stored(LocalDateTime.ofInstant(clock.instant(), Dokbro.OSLO));
    }

    ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Forgets everything. */
    void clear() {
        users.clear();
        departments.clear();
        customers.clear();
        projects.clear();
        subProjects.clear();
        activities.clear();
        wages.clear();
        additions.clear();
        allowances.clear();
        machines.clear();
        goods.clear();
        goodsCategories.clear();
        goodsRows.clear();
        invoices.clear();
        invoiceLines.clear();
        hours.clear();
    }
}
