package dokbro.failure;

import static dokbro.failure.FailureClass.AMBIGUOUS;
import static dokbro.failure.FailureClass.CONFIG;
import static dokbro.failure.FailureClass.DATA;
import static dokbro.failure.FailureClass.DEPENDENCY;
import static dokbro.failure.FailureClass.INTERNAL;
import static dokbro.failure.FailureClass.LOCKED;
import static dokbro.failure.FailureClass.TRANSIENT;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * The failure table: each reason with its class, the sentence people see and what to do about it, in English and bokmål, in one row. {0},
 * {1} … are filled with the failure's arguments.
 */
public enum Reason {
    // The record itself
    UNREADABLE(
            DATA,
            "{0} could not be read: {1}",
            "{0} kunne ikke leses: {1}",
            "Look at the record in the source system; tell support if it looks right there.",
            "Se på posten i kildesystemet; kontakt support hvis den ser riktig ut der."),
    NAME_TOO_LONG(
            DATA,
            "The name \"{0}\" has {1} characters; SmartDok takes {2}.",
            "Navnet «{0}» har {1} tegn; SmartDok tar {2}.",
            "Shorten the name in PowerOffice Go.",
            "Gjør navnet kortere i PowerOffice Go."),
    NUMBER_TOO_LONG(
            DATA,
            "The number \"{0}\" has {1} characters; SmartDok takes {2}.",
            "Nummeret «{0}» har {1} tegn; SmartDok tar {2}.",
            "Shorten the number in PowerOffice Go.",
            "Gjør nummeret kortere i PowerOffice Go."),
    NUMBER_MISSING(
            DATA,
            "{0} has no number.",
            "{0} har ikke noe nummer.",
            "Give it a number in the system that owns it.",
            "Gi den et nummer i systemet som eier den."),
    NO_EMPLOYEE_NUMBER(
            DATA,
            "{0} has no employee number in SmartDok.",
            "{0} har ikke ansattnummer i SmartDok.",
            "Enter the employee number on the employee in SmartDok; it must equal the number in Go.",
            "Skriv ansattnummeret på den ansatte i SmartDok; det må være likt nummeret i Go."),
    NO_HOUR_TYPE(
            DATA,
            "No hour type (timeart) in Go for {0}.",
            "Ingen timeart i Go for {0}.",
            "Create an hour type with the same name in Go, or map the wage type under mappings.wage-types.",
            "Lag en timeart med samme navn i Go, eller koble lønnsarten under mappings.wage-types."),
    NO_PAY_ITEM(
            DATA,
            "No pay item (lønnsart) in Go with the code {1} for {0}.",
            "Ingen lønnsart i Go med koden {1} for {0}.",
            "Create the pay item in Go, or map the code under mappings.additions or mappings.per-diems.",
            "Lag lønnsarten i Go, eller koble koden under mappings.additions eller mappings.per-diems."),
    PAY_ITEM_INACTIVE(
            DATA,
            "The pay item (lønnsart) {1} in Go, for {0}, is inactive.",
            "Lønnsarten {1} i Go, for {0}, er inaktiv.",
            "Make the pay item active in Go, or map the code to another one.",
            "Gjør lønnsarten aktiv i Go, eller koble koden til en annen."),
    PAY_ITEM_NEEDS_RATE(
            DATA,
            "The pay item (lønnsart) {1} in Go, for {0}, needs a rate, and neither Go nor the settings give one.",
            "Lønnsarten {1} i Go, for {0}, trenger en sats, og verken Go eller innstillingene gir noen.",
            "Give the pay item a rate in Go, or set rate: smartdok and enter the rate in SmartDok.",
            "Gi lønnsarten en sats i Go, eller sett rate: smartdok og skriv satsen i SmartDok."),
    PAY_ITEM_NEEDS_AMOUNT(
            DATA,
            "The pay item (lønnsart) {1} in Go, for {0}, needs an amount, and SmartDok gives no rate to make one of.",
            "Lønnsarten {1} i Go, for {0}, trenger et beløp, og SmartDok gir ingen sats å regne det ut av.",
            "Set rate: smartdok and enter the rate in SmartDok, or use a pay item of quantity and rate.",
            "Sett rate: smartdok og skriv satsen i SmartDok, eller bruk en lønnsart med antall og sats."),
    PAY_ITEM_UNFIT(
            DATA,
            "The pay item (lønnsart) {1} in Go, for {0}, is of the type {2}, which takes no quantity.",
            "Lønnsarten {1} i Go, for {0}, er av typen {2}, som ikke tar noe antall.",
            "Map the code to a pay item of quantity, rate or amount.",
            "Koble koden til en lønnsart med antall, sats eller beløp."),
    PER_DIEM_TWICE(
            DATA,
            "{0} has per diem (diett) on {1} in two registrations, {2} and {3}; one a day is paid.",
            "{0} har diett {1} på to registreringer, {2} og {3}; det betales én per dag.",
            "Take one of the two away in SmartDok.",
            "Fjern en av de to i SmartDok."),
    AMOUNT_MISSING(
            DATA,
            "{0} has no quantity.",
            "{0} har ikke noe antall.",
            "Enter the quantity in SmartDok; 0 for none.",
            "Skriv antallet i SmartDok; 0 for ingenting."),
    SAME_NUMBER(
            DATA,
            "{0} {1} stands more than once in SmartDok: {2}.",
            "{0} {1} finnes flere ganger i SmartDok: {2}.",
            "Give each a number of its own in SmartDok.",
            "Gi hver sitt eget nummer i SmartDok."),
    NO_PRICE(
            DATA,
            "{0} has no price, so its cost is not known.",
            "{0} har ingen pris, så kostnaden er ikke kjent.",
            "Enter the price where the setting price says, or set no-price to skip.",
            "Legg inn prisen der innstillingen price sier, eller sett no-price til skip."),
    NO_ACCOUNTS(
            DATA,
            "No debit and credit account is set for {0}.",
            "Debet- og kreditkonto er ikke satt for {0}.",
            "Set debit-account and credit-account.",
            "Sett debit-account og credit-account."),
    NO_LINE_PRODUCT(
            DATA,
            "Lines of the kind {0} have no product in Go.",
            "Linjer av typen {0} har ikke noe produkt i Go.",
            "Set line-products.{0} to the code of a product in Go.",
            "Sett line-products.{0} til koden på et produkt i Go."),
    UNKNOWN_LINE(
            DATA,
            "A line of the invoice basis is of a kind that is not known: {0}.",
            "En linje i fakturagrunnlaget er av en ukjent type: {0}.",
            "Tell support which kind of line it is in SmartDok.",
            "Fortell support hvilken type linje det er i SmartDok."),
    SUMS_DIFFER(
            DATA,
            "The invoice basis is {1} kr in SmartDok and would be {2} kr in Go ({0}).",
            "Fakturagrunnlaget er {1} kr i SmartDok og ville blitt {2} kr i Go ({0}).",
            "Make the draft by hand in Go, and tell support which line differs.",
            "Lag utkastet for hånd i Go, og fortell support hvilken linje som avviker."),
    NO_CUSTOMER(
            DATA,
            "{0} has no customer.",
            "{0} har ingen kunde.",
            "Choose the customer in SmartDok.",
            "Velg kunden i SmartDok."),
    CUSTOMER_NUMBER(
            DATA,
            "The number {0} of the customer {1} is no whole number, and Go takes no other.",
            "Nummeret {0} på kunden {1} er ikke et heltall, og Go tar ikke andre.",
            "Give the customer a number of Go's series in SmartDok.",
            "Gi kunden et nummer fra Go sin serie i SmartDok."),
    CODE_WITH_DOT(
            DATA,
            "The number \"{0}\" has a dot in it, which Go reads as a sub-project.",
            "Nummeret «{0}» har et punktum, som Go leser som et delprosjekt.",
            "Give it a number without a dot in SmartDok.",
            "Gi det et nummer uten punktum i SmartDok."),
    TOO_LONG_FOR_GO(
            DATA,
            "\"{0}\" has {1} characters; Go takes {2}.",
            "«{0}» har {1} tegn; Go tar {2}.",
            "Make it shorter in SmartDok.",
            "Gjør det kortere i SmartDok."),
    ACTIVITY_FIXED(
            DATA,
            "Go's API can neither rename nor close the activity \"{0}\".",
            "API-et til Go kan verken gi aktiviteten «{0}» nytt navn eller avslutte den.",
            "Make the same change by hand in Go.",
            "Gjør den samme endringen for hånd i Go."),
    OVERTIME_NO_HOUR_TYPE(
            DATA,
            "No hour type (timeart) in Go is set for the overtime addition {0}.",
            "Ingen timeart i Go er valgt for overtidstillegget {0}.",
            "Set it under mappings.overtime, or the value skip to keep it as an addition.",
            "Sett den under mappings.overtime, eller verdien skip for å beholde det som tillegg."),
    OVERTIME_UNFIT(
            DATA,
            "{0} hours of overtime cannot be moved out of a registration of {1} hours.",
            "{0} timer overtid kan ikke flyttes ut av en registrering på {1} timer.",
            "Correct the overtime in SmartDok.",
            "Rett overtiden i SmartDok."),
    SETTING_NOT_IN_GO(
            DATA,
            "The setting {0} names {1} {2}, which Go does not have.",
            "Innstillingen {0} nevner {1} {2}, som Go ikke har.",
            "Correct the setting, or create it in Go; what needs it waits meanwhile.",
            "Rett innstillingen, eller opprett den i Go; det som trenger den, venter imens."),
    NO_ACTIVITY(
            DATA,
            "The activity {0} has no counterpart in Go.",
            "Aktiviteten {0} finnes ikke i Go.",
            "Create it in Go, map it under mappings.activities, or set default-activity.",
            "Lag den i Go, koble den under mappings.activities, eller sett default-activity."),
    NO_ABSENCE_ACTIVITY(
            DATA,
            "The absence wage type {0} is not mapped to an activity in Go.",
            "Fraværslønnsarten {0} er ikke koblet til en aktivitet i Go.",
            "Map it under mappings.absence.",
            "Koble den under mappings.absence."),
    TIME_ACCOUNT_CHOICE(
            DATA,
            "{0} hours go to the time account (TimeKonto), and the company has not chosen what that means in Go.",
            "{0} timer går til TimeKonto, og firmaet har ikke valgt hva det betyr i Go.",
            "Set time-account to separate, exclude or send.",
            "Sett time-account til separate, exclude eller send."),
    TIME_ACCOUNT_HOUR_TYPE(
            DATA,
            "No hour type in Go is set for hours to the time account.",
            "Ingen timeart i Go er valgt for timer til TimeKonto.",
            "Set time-account-hour-type to the name of an hour type in Go.",
            "Sett time-account-hour-type til navnet på en timeart i Go."),
    QUANTITY_FRACTION(
            DATA,
            "{0} hours cannot be sent as a whole number of hours.",
            "{0} timer kan ikke sendes som et helt antall timer.",
            "Set quantity-unit to minutes.",
            "Sett quantity-unit til minutes."),
    NEGATIVE_HOURS(
            DATA,
            "From {0} to {1} with a break of {2} leaves no hours.",
            "Fra {0} til {1} med pause {2} gir ingen timer.",
            "Correct the registration in SmartDok.",
            "Rett registreringen i SmartDok."),
    MORE_BANKED_THAN_WORKED(
            DATA,
            "{0} hours go to the time account (TimeKonto), but the registration has only {1}.",
            "{0} timer går til TimeKonto, men registreringen har bare {1}.",
            "Correct the registration in SmartDok.",
            "Rett registreringen i SmartDok."),
    BEFORE_START_DATE(
            DATA,
            "The record is moved to {0}, or comes from before the start date {1}.",
            "Posten er flyttet til {0}, eller er fra før startdatoen {1}.",
            "Decide whether it belongs to the time before Dokbro; then discard it, or enter it by hand in Go.",
            "Avgjør om den hører til tiden før Dokbro; forkast den, eller før den for hånd i Go."),
    ALL_BANKED_AFTER_SENT(
            DATA,
            "All hours of the day now go to the time account (TimeKonto), but they stand in Go as ordinary hours.",
            "Alle timene denne dagen går nå til TimeKonto, men de er ført som vanlige timer i Go.",
            "Take the ordinary hours away in Go by hand, or correct the registration; otherwise they may be paid twice.",
            "Fjern de vanlige timene i Go for hånd, eller rett registreringen; ellers kan de bli betalt to ganger."),
    PROJECT_NOT_OPEN(
            DATA,
            "Go takes no hours on the project: it is not started, or finished, there.",
            "Go tar ikke imot timer på prosjektet: det er ikke startet, eller avsluttet, der.",
            "Set the project in progress in Go, or move the hours in SmartDok; then send again.",
            "Sett prosjektet som pågående i Go, eller flytt timene i SmartDok; send så på nytt."),
    NOT_ON_TEAM(
            DATA,
            "The project in Go is only for its team, and the employee is not on it.",
            "Prosjektet i Go er bare for prosjektteamet, og den ansatte er ikke med der.",
            "Add the employee to the team in Go, or open the project to all; then send again.",
            "Legg den ansatte til i teamet i Go, eller åpne prosjektet for alle; send så på nytt."),
    HALF_REPLACED(
            DATA,
            "Go refused the changed record: {0}. The old one is deleted, so Go holds nothing for it now.",
            "Go avviste den endrede posten: {0}. Den gamle er slettet, så Go har ingenting for den nå.",
            "Correct what the answer names, then send again.",
            "Rett det som svaret nevner, og send på nytt."),
    REFUSED(
            DATA,
            "{0} refused the record ({1}): {2}",
            "{0} avviste posten ({1}): {2}",
            "Correct what the answer names, then send again.",
            "Rett det som svaret nevner, og send på nytt."),

    NOT_MOVABLE(
            DATA,
            "{0} has another parent in Go; SmartDok cannot move it.",
            "{0} hører til et annet prosjekt i Go; SmartDok kan ikke flytte den.",
            "Move it back in Go, or make a new one.",
            "Flytt den tilbake i Go, eller lag en ny."),

    // First match and links
    OTHER_NAME(
            AMBIGUOUS,
            "{0} {1} is \"{2}\" in SmartDok and \"{3}\" in Go: the same number, another name.",
            "{0} {1} heter «{2}» i SmartDok og «{3}» i Go: samme nummer, ulikt navn.",
            "Correct the name or the number in one of the two; nothing is renamed meanwhile.",
            "Rett navn eller nummer i ett av systemene; ingenting får nytt navn imens."),
    OTHER_NUMBER(
            AMBIGUOUS,
            "{0} {1} \"{2}\" stands in {3} under another number: ids {4}.",
            "{0} {1} «{2}» finnes i {3} med et annet nummer: id {4}.",
            "Give both the same number, or another name if they are two.",
            "Gi begge samme nummer, eller et annet navn hvis det er to ulike."),
    ABSENCE_IN_GO(
            AMBIGUOUS,
            "\"{0}\" is an activity for work in SmartDok and one for absence in Go.",
            "«{0}» er en aktivitet for arbeid i SmartDok og en for fravær i Go.",
            "Give one of them another name, or name Go's activity under mappings.activities.",
            "Gi en av dem et annet navn, eller pek ut aktiviteten i Go under mappings.activities."),
    SEVERAL_CANDIDATES(
            AMBIGUOUS,
            "{0} {1} stands more than once in {2}: ids {3}.",
            "{0} {1} finnes flere ganger i {2}: id {3}.",
            "Leave one of them with this number.",
            "La bare én av dem ha dette nummeret."),
    MASTER_CHANGED(
            TRANSIENT,
            "The master has changed, and something of {0} under the former one is still going or not certain.",
            "Mastersystemet er byttet, og noe av {0} under det forrige pågår ennå eller er ikke sikkert.",
            "The next run takes it up; start one in a few minutes.",
            "Neste overføring tar det opp; start en om noen minutter."),
    RENAMED(
            AMBIGUOUS,
            "{0} \"{1}\" is now \"{2}\" in {3}; it is held until somebody says whether it is still the same.",
            "{0} «{1}» heter nå «{2}» i {3}; den holdes igjen til noen sier om den er den samme.",
            "Change it back, or map the new name in the settings.",
            "Endre den tilbake, eller koble det nye navnet i innstillingene."),
    RENUMBERED(
            AMBIGUOUS,
            "Employee {0} now has number {1} in SmartDok and {2} in Go.",
            "Ansatt {0} har nå nummer {1} i SmartDok og {2} i Go.",
            "Make the two numbers equal again.",
            "Gjør de to numrene like igjen."),
    TARGET_TAKEN(
            AMBIGUOUS,
            "{0} {1} is already linked to another record.",
            "{0} {1} er allerede koblet til en annen post.",
            "Look up both ids under links and remove the wrong record.",
            "Slå opp begge id-ene under koblinger og fjern den gale posten."),
    SEVERAL_MARKED(
            AMBIGUOUS,
            "Go has {0} records with the mark {1}: ids {2}.",
            "Go har {0} poster med merket {1}: id {2}.",
            "Delete the extra ones in Go, then send again.",
            "Slett de overflødige i Go, og send på nytt."),

    // Parents
    NOT_LINKED(
            DEPENDENCY,
            "Waits for {0}, which is not linked yet.",
            "Venter på {0}, som ikke er koblet ennå.",
            "It goes by itself when the parent is linked.",
            "Den går av seg selv når den andre er koblet."),

    AFTER_PAY_THROUGH(
            DEPENDENCY,
            "Dated {0}, after {1}, the last day of this payroll.",
            "Datert {0}, etter {1}, siste dag i denne lønnskjøringen.",
            "It goes by itself when pay-through is moved.",
            "Den går av seg selv når «Lønn til og med» flyttes."),

    // Go's locks
    PERIOD_LOCKED(
            LOCKED,
            "{0} lies in a period that Go has locked, up to {1}.",
            "{0} ligger i en periode som er låst i Go, til og med {1}.",
            "Open the period in Go, or enter the voucher by hand and settle.",
            "Åpne perioden i Go, eller før bilaget for hånd og kvitter ut."),
    LOCKED_IN_GO(
            LOCKED,
            "Locked in Go (approved, in payroll or invoiced). Go answered: {0}",
            "Låst i Go (godkjent, i lønn eller fakturert). Go svarte: {0}",
            "Revoke the approval in Go, or correct by hand and settle.",
            "Opphev godkjenningen i Go, eller rett for hånd og kvitter ut."),
    ORDER_CONFIRMED(
            LOCKED,
            "The order is confirmed in Go, which locks it.",
            "Ordren er bekreftet i Go og er dermed låst.",
            "Set the order back to draft in Go, or correct it there by hand and settle.",
            "Sett ordren tilbake til utkast i Go, eller rett den der for hånd og kvitter ut."),
    INVOICED_IN_GO(
            LOCKED,
            "The order is invoiced in Go, with invoice {0}.",
            "Ordren er fakturert i Go, med faktura {0}.",
            "Make a credit note or a further invoice in Go for the difference, then settle.",
            "Lag kreditnota eller en ny faktura i Go for differansen, og kvitter ut."),
    DELETED_IN_GO(
            LOCKED,
            "Somebody has deleted the record in Go, and SmartDok still has it.",
            "Noen har slettet posten i Go, og SmartDok har den fortsatt.",
            "Send again to make it anew in Go, or settle it if it is to stay away.",
            "Send på nytt for å lage den igjen i Go, eller kvitter ut hvis den skal være borte."),
    CHANGED_AFTER_SETTLED(
            LOCKED,
            "The record was put right by hand in Go, and has changed in SmartDok since.",
            "Posten ble rettet for hånd i Go, og er endret i SmartDok etterpå.",
            "Put the difference right by hand in Go too, and settle it again.",
            "Rett differansen for hånd i Go også, og kvitter ut på nytt."),

    // The other end
    RATE_LIMITED(
            TRANSIENT,
            "{0} answers \"too many calls\" (429).",
            "{0} svarer «for mange kall» (429).",
            "It is sent again by itself.",
            "Den sendes på nytt av seg selv."),
    UNAVAILABLE(
            TRANSIENT,
            "{0} is not available: {1}",
            "{0} er ikke tilgjengelig: {1}",
            "It is sent again by itself.",
            "Den sendes på nytt av seg selv."),
    BAD_ANSWER(
            TRANSIENT,
            "{0} answered something that is not its API: {1}",
            "{0} svarte noe som ikke hører til API-et: {1}",
            "It is tried again by itself; tell the vendor if it goes on.",
            "Den prøves igjen av seg selv; kontakt leverandøren hvis det fortsetter."),
    READ_ENDED_EARLY(
            TRANSIENT,
            "The read from {0} did not end well: {1}",
            "Lesingen fra {0} endte ikke riktig: {1}",
            "Nothing is guessed and nothing deleted; the next run reads again.",
            "Ingenting gjettes eller slettes; neste overføring leser på nytt."),
    IN_DOUBT(
            TRANSIENT,
            "No answer came from {0} after sending: {1}",
            "Det kom ikke svar fra {0} etter sending: {1}",
            "The next run looks whether the record arrived before anything is sent again.",
            "Neste overføring ser etter om posten kom frem før noe sendes på nytt."),

    // Set-up
    BAD_CREDENTIALS(
            CONFIG,
            "{0} refuses the credentials ({1}): {2}",
            "{0} avviser nøklene ({1}): {2}",
            "Check the keys of the company.",
            "Kontroller nøklene til firmaet."),
    MISSING_RIGHT(
            CONFIG,
            "{0} refuses the call ({1}): {2}",
            "{0} avviser kallet ({1}): {2}",
            "Give the integration the missing right or module.",
            "Gi integrasjonen rettigheten eller modulen som mangler."),
    UNREACHABLE(
            CONFIG,
            "{0} cannot be reached: {1}",
            "{0} kan ikke nås: {1}",
            "Check the address and the certificate.",
            "Kontroller adressen og sertifikatet."),
    OTHER_IDENTITY(
            CONFIG,
            "{0} now answers for {1}; this company was pinned to {2}.",
            "{0} svarer nå for {1}; dette firmaet er knyttet til {2}.",
            "Put the right keys in the company file.",
            "Legg de riktige nøklene i firmafilen."),
    LINKS_LOST(
            CONFIG,
            "Go holds {0} time entries that Dokbro made and does not know: its database is new, emptied, or older than Go.",
            "Go har {0} timeføringer fra Dokbro som Dokbro ikke kjenner: databasen er ny, tømt eller eldre enn Go.",
            "Put the right database back; nothing is sent, since it would be sent twice.",
            "Legg tilbake riktig database; ingenting sendes, siden det ville blitt sendt to ganger."),
    IDENTITY_TAKEN(
            CONFIG,
            "{0} {1} already belongs to the company {2}.",
            "{0} {1} hører allerede til firmaet {2}.",
            "Two companies must not use the same keys.",
            "To firmaer kan ikke bruke de samme nøklene."),

    BUG(
            INTERNAL,
            "An error in Dokbro: {0}",
            "En feil i Dokbro: {0}",
            "Send the dead letter to support.",
            "Send posten til support.");

    private final FailureClass failureClass;
    private final String en;
    private final String nb;
    private final String hintEn;
    private final String hintNb;

    Reason(FailureClass failureClass, String en, String nb, String hintEn, String hintNb) {
        this.failureClass = failureClass;
        this.en = en;
        this.nb = nb;
        this.hintEn = hintEn;
        this.hintNb = hintNb;
    }

    public FailureClass failureClass() {
        return failureClass;
    }

    /** The code in REST and tables: {@code no-hour-type}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence in a language ("nb", else English), its arguments filled in. */
    public String text(String language, List<String> arguments) {
        return new MessageFormat(quoted("nb".equals(language) ? nb : en), Locale.ROOT).format(arguments.toArray());
    }

    /** What to do about it, in a language ("nb", else English). */
    public String hint(String language) {
        return "nb".equals(language) ? hintNb : hintEn;
    }

    /** The reason with this code; an unknown code is a programming error. */
    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String quoted(String pattern) {
        return pattern.replace("'", "''");
    }
}
