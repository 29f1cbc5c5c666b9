package dokbro.entity.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Json;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import org.junit.jupiter.api.Test;

class LinkedIdentityTest {

    private final RegistersOfTests registers = new RegistersOfTests();

    @Test
    void aRenamedOrRecodedWageTypeIsHeld() {
        ReferenceFacts before = new ReferenceFacts("150", "Overtid 50", null, "Overtid 50");
        RecordFailure renamed = LinkedIdentity.changed(
                "wage-types", before, new ReferenceFacts("150", "Overtid 100", null, "Overtid 50"));
        assertThat(renamed.reason()).isEqualTo(Reason.RENAMED);
        assertThat(renamed.arguments()).containsExactly("lønnsart", "150 Overtid 50", "150 Overtid 100", "SmartDok");
        RecordFailure recoded = LinkedIdentity.changed(
                "wage-types", before, new ReferenceFacts("151", "Overtid 50", null, "Overtid 50"));
        assertThat(recoded.arguments()).containsExactly("lønnsart", "150 Overtid 50", "151 Overtid 50", "SmartDok");
        RecordFailure hourType = LinkedIdentity.changed(
                "wage-types", before, new ReferenceFacts("150", "Overtid 50", null, "Overtid 100"));
        assertThat(hourType.arguments()).containsExactly("timeart", "Overtid 50", "Overtid 100", "Go");
    }

    @Test
    void spellingIsNoRename() {
        ReferenceFacts before = new ReferenceFacts("150", "Timelønn", null, "Timelønn");
        assertThat(LinkedIdentity.changed("wage-types", before, before)).isNull();
        assertThat(LinkedIdentity.changed(
                        "wage-types", before, new ReferenceFacts("150", "TIMELOENN ", null, "timelønn")))
                .isNull();
        ReferenceFacts nameless = new ReferenceFacts(null, null, null, null);
        assertThat(LinkedIdentity.changed("addition-types", nameless, nameless)).isNull();
    }

    @Test
    void additionsPerDiemsPayItemsAndChosenHourTypesAreHeldToo() {
        ReferenceFacts before = new ReferenceFacts("210", "Bas", "2100", "Bastillegg");
        assertThat(LinkedIdentity.changed(
                                "addition-types", before, new ReferenceFacts("211", "Bas", "2100", "Bastillegg"))
                        .arguments())
                .containsExactly("tillegg", "210 Bas", "211 Bas", "SmartDok");
        assertThat(LinkedIdentity.changed("per-diem-types", before, new ReferenceFacts("210", "Bas", "2100", "Km"))
                        .arguments())
                .containsExactly("lønnsart", "2100 Bastillegg", "2100 Km", "Go");
        assertThat(LinkedIdentity.changed(
                                "chosen-hour-types",
                                new ReferenceFacts(null, null, null, "Timebank inn"),
                                new ReferenceFacts(null, null, null, "Timebank ut"))
                        .arguments())
                .containsExactly("timeart", "Timebank inn", "Timebank ut", "Go");
    }

    @Test
    void anEmployeeLinkHoldsWhileBothNumbersAreEqual() {
        ReferenceFacts before = new ReferenceFacts("7", "Ola Nordmann", "7", "Ola Nordmann");
        assertThat(LinkedIdentity.changed(
                        "employees", before, new ReferenceFacts("17", "Ola N. Berg", "17", "Ola Berg")))
                .isNull();
        RecordFailure renumbered = LinkedIdentity.changed(
                "employees", before, new ReferenceFacts("245", "Ola Nordmann", "7", "Ola Nordmann"));
        assertThat(renumbered.reason()).isEqualTo(Reason.RENUMBERED);
        assertThat(renumbered.arguments()).containsExactly("Ola Nordmann", "245", "7");
        assertThat(LinkedIdentity.changed(
                                "employees", before, new ReferenceFacts(null, "Ola Nordmann", "7", "Ola Nordmann"))
                        .arguments())
                .containsExactly("Ola Nordmann", "(ingen)", "7");
    }

    @Test
    void othersKeepTheirLinkThroughARename() {
        ReferenceFacts before = new ReferenceFacts("10", "Anlegg", "10", "Anlegg");
        ReferenceFacts after = new ReferenceFacts("11", "Bygg", "12", "Vei");
        for (String kind : new String[] {"departments", "customers", "chosen-projects", "chosen-activities"}) {
            assertThat(LinkedIdentity.changed(kind, before, after)).as(kind).isNull();
        }
    }

    @Test
    void nowReadsBothSidesById() {
        registers
                .with("wages", "{'Id': 1, 'Number': '150', 'Name': 'Overtid 100'}")
                .with("hourTypes", "{'Id': 11, 'Name': 'Overtid 50'}")
                .with("projects", "{'Id': 91, 'Code': '1001', 'Name': 'Standard'}");
        LinkedIdentity identity = new LinkedIdentity(registers.smartdok(), registers.go());
        ReferenceFacts now = identity.now("wage-types", "1", "11");
        assertThat(now).isEqualTo(new ReferenceFacts("150", "Overtid 100", null, "Overtid 50"));
        assertThat(identity.now("chosen-projects", "1000", "91"))
                .isEqualTo(new ReferenceFacts(null, null, "1001", "Standard"));
        assertThat(identity.now("wage-types", "2", "11")).isNull();
        assertThat(identity.now("wage-types", "1", "12")).isNull();
        assertThat(Json.value(Json.text(now), ReferenceFacts.class)).isEqualTo(now);
    }
}
