package dokbro.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.Json;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRecordTest {

    private static SourceRecord record(String json) {
        return new SourceRecord(Json.tree(json.replace('\'', '"')), "prosjekt");
    }

    @Test
    void textIsTrimmedAndNumbersAreText() {
        SourceRecord record =
                record("{'Id': 7, 'Code': ' 01.1 ', 'Blank': '  ', 'Null': null, 'Long': 9007199254740993}");
        assertThat(record.id()).isEqualTo("7");
        assertThat(record.text("Code")).isEqualTo("01.1");
        assertThat(record.text("Blank")).isNull();
        assertThat(record.text("Null")).isNull();
        assertThat(record.text("Absent")).isNull();
        assertThat(record.text("Long")).isEqualTo("9007199254740993");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-03", "2026-11-03T00:00:00", "2026-11-03T23:00:00Z", "2026-11-03T00:00:00.0000000+01:00"})
    void aDateWithOrWithoutTime(String text) {
        assertThat(record("{'Date': '" + text + "'}").date("Date")).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @ParameterizedTest
    @CsvSource({"03.11.2026", "2026-13-01", "2026-11-031", "20261103"})
    void noDate(String text) {
        assertThatThrownBy(() -> record("{'Id': 7, 'Date': '" + text + "'}").date("Date"))
                .isInstanceOfSatisfying(RecordFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
                    assertThat(failure.arguments()).containsExactly("prosjekt 7", "Date er ikke en dato: " + text);
                });
    }

    @Test
    void whatIsNotThereOrOfAnotherKindIsUnreadable() {
        assertThatThrownBy(() -> record("{}").id()).hasMessageContaining("Id mangler");
        assertThatThrownBy(() -> record("{'Name': {}}").text("Name")).hasMessageContaining("Name");
        assertThatThrownBy(() -> record("{'IsActive': 'yes'}").yes("IsActive", true))
                .hasMessageContaining("IsActive");
        assertThat(record("{}").yes("IsActive", true)).isTrue();
        assertThat(record("{'IsActive': null}").yes("IsActive", false)).isFalse();
    }
}
