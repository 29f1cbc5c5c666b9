package dokbro.entity.reference;

import dokbro.entity.Kinds;
import java.util.List;

/** Which register stands on each side of a kind of link, and what its rows are called. */
record Registers(
        Register users,
        Register wages,
        Register additions,
        Register allowances,
        Register departments,
        Register customers,
        Register goEmployees,
        Register goHourTypes,
        Register goPayItems,
        Register goDepartments,
        Register goCustomers,
        Register goProjects,
        Register goActivities,
        Register goProducts) {

    static final Register NONE = new Register(List.of());

    static Registers of(SmartDokRegisters smartdok, GoRegisters go) {
        return new Registers(
                new Register(RegisterEntry.users(smartdok.users())),
                new Register(RegisterEntry.smartDok(smartdok.wages(), "lønnsart")),
                new Register(RegisterEntry.smartDok(smartdok.additions(), "tillegg")),
                new Register(RegisterEntry.smartDok(smartdok.allowances(), "diett")),
                new Register(RegisterEntry.smartDok(smartdok.departments(), "avdeling")),
                new Register(RegisterEntry.smartDokCustomers(smartdok.customers())),
                new Register(RegisterEntry.contacts(go.employees(), "ansatt")),
                new Register(RegisterEntry.hourTypes(go.hourTypes())),
                new Register(RegisterEntry.go(go.payItems(), "lønnsart (Go)")),
                new Register(RegisterEntry.go(go.departments(), "avdeling")),
                new Register(RegisterEntry.contacts(go.customers(), "kunde")),
                new Register(RegisterEntry.go(go.projects(), "prosjekt")),
                new Register(RegisterEntry.go(go.activities(), "aktivitet")),
                new Register(RegisterEntry.products(go.products())));
    }

    /** The register in SmartDok; {@link #NONE} for what a setting names. */
    Register source(String kind) {
        return switch (kind) {
            case Kinds.EMPLOYEES -> users;
            case Kinds.WAGE_TYPES -> wages;
            case Kinds.ADDITION_TYPES -> additions;
            case Kinds.PER_DIEM_TYPES -> allowances;
            case Kinds.DEPARTMENTS -> departments;
            case Kinds.CUSTOMERS -> customers;
            default -> NONE;
        };
    }

    Register target(String kind) {
        return switch (kind) {
            case Kinds.EMPLOYEES -> goEmployees;
            case Kinds.WAGE_TYPES, Kinds.CHOSEN_HOUR_TYPES -> goHourTypes;
            case Kinds.ADDITION_TYPES, Kinds.PER_DIEM_TYPES -> goPayItems;
            case Kinds.DEPARTMENTS -> goDepartments;
            case Kinds.CUSTOMERS -> goCustomers;
            case Kinds.CHOSEN_PROJECTS -> goProjects;
            case Kinds.CHOSEN_ACTIVITIES -> goActivities;
            case Kinds.CHOSEN_PRODUCTS -> goProducts;
            default -> throw new IllegalArgumentException("Not a kind of reference data: " + kind);
        };
    }

    /** What a row of SmartDok is called. */
    static String sourceWord(String kind) {
        return switch (kind) {
            case Kinds.EMPLOYEES -> "ansatt";
            case Kinds.WAGE_TYPES -> "lønnsart";
            case Kinds.ADDITION_TYPES -> "tillegg";
            case Kinds.PER_DIEM_TYPES -> "diett";
            case Kinds.DEPARTMENTS -> "avdeling";
            case Kinds.CUSTOMERS -> "kunde";
            default -> targetWord(kind);
        };
    }

    /** What a row of Go is called. */
    static String targetWord(String kind) {
        return switch (kind) {
            case Kinds.WAGE_TYPES, Kinds.CHOSEN_HOUR_TYPES -> "timeart";
            case Kinds.ADDITION_TYPES, Kinds.PER_DIEM_TYPES -> "lønnsart";
            case Kinds.CHOSEN_PROJECTS -> "prosjekt";
            case Kinds.CHOSEN_ACTIVITIES -> "aktivitet";
            case Kinds.CHOSEN_PRODUCTS -> "produkt";
            default -> sourceWord(kind);
        };
    }
}
