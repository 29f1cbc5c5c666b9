package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs between a record with lines as the target has it and as it is wanted. */
class TargetRecordTest {

    private static final JsonNode WANTED = Json.tree("""
            {"Reference": "PO 1", "Lines": [{"Text": "Timer", "Quantity": 7}, {"Text": "Pukk", "Quantity": 12.5}]}""");

    private static List<String> differing(String current) {
        return TargetRecord.changes(Json.tree(current), WANTED).stream()
                .map(PlanRow.Change::field)
                .toList();
    }

    @Test
    void whatOnlyTheTargetSaysOfALineIsNoDifference() {
        assertThat(differing("""
                {"Id": 1, "Reference": "PO 1", "Lines": [{"Id": 2, "Text": "Timer", "Quantity": 7.0, "NetAmount": 5075},
                 {"Id": 3, "Text": "Pukk", "Quantity": 12.50}]}""")).isEmpty();
    }

    @Test
    void anotherLineIsADifference() {
        assertThat(differing("""
                {"Reference": "PO 1", "Lines": [{"Text": "Timer", "Quantity": 7}, {"Text": "Pukk", "Quantity": 12.6}]}""")).containsExactly("Lines");
    }

    @Test
    void moreOrFewerLinesAreADifference() {
        assertThat(differing("""
                {"Reference": "PO 1", "Lines": [{"Text": "Timer", "Quantity": 7}]}""")).containsExactly("Lines");
        assertThat(differing("""
                {"Reference": "PO 1", "Lines": [{"Text": "Timer", "Quantity": 7}, {"Text": "Pukk", "Quantity": 12.5},
                 {"Text": "Mer"}]}""")).containsExactly("Lines");
    }

    @Test
    void anotherOrderOfTheLinesIsADifference() {
        assertThat(differing("""
                {"Reference": "PO 1", "Lines": [{"Text": "Pukk", "Quantity": 12.5}, {"Text": "Timer", "Quantity": 7}]}""")).containsExactly("Lines");
    }

    @Test
    void linesThatAreNotThereAreADifference() {
        assertThat(differing("{\"Reference\": \"PO 1\"}")).containsExactly("Lines");
    }
}
