package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ActivitiesTest extends GoTest {

    private static final String ACTIVITIES = "/TimeTracking/ActivityTime";

    @Test
    void inactiveOnesAreListedOnlyOnDemand() throws Exception {
        assertThat(json(get(ACTIVITIES)).size()).isEqualTo(2);
        assertThat(json(get(ACTIVITIES + "?includeInactive=true")).size()).isEqualTo(3);
        assertThat(json(get(ACTIVITIES + "/" + TinyContractor.RETIRED))
                        .get("IsActive")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theCodeMayBeNullOrNotShownAtAll() throws Exception {
        assertThat(json(get(ACTIVITIES)).get(0).get("Code").asText()).isEqualTo("11");
        assertThat(json(get(ACTIVITIES)).get(1).get("Code").isNull()).isTrue();
        go.options(go.options().withActivitiesShowCode(false));
        assertThat(json(get(ACTIVITIES)).get(0).has("Code")).isFalse();
    }

    @Test
    void onePostedHasNoCode() throws Exception {
        HttpResponse<String> answer = post(ACTIVITIES, "{\"Name\":\"Maling\",\"ProjectId\":5100001}");

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode activity = json(answer);
        assertThat(activity.get("Code").isNull()).isTrue();
        assertThat(activity.get("IsActive").asBoolean()).isTrue();
        assertThat(activity.get("ProjectId").asLong()).isEqualTo(TinyContractor.GARAGE);
        assertThat(json(get(ACTIVITIES + "/" + activity.get("Id").asLong()))).isEqualTo(activity);
    }

    @Test
    void refused() throws Exception {
        String invalid = "Activity validation error(s)";
        assertUnbound(post(ACTIVITIES, "{\"Name\":\"x\",\"Code\":\"1\"}"), "Code");
        assertProblem(post(ACTIVITIES, "{\"Name\":\" \"}"), 400, invalid, "Name must have a value.");
        assertProblem(
                post(ACTIVITIES, "{\"Name\":\"" + "x".repeat(401) + "\"}"),
                400,
                invalid,
                "Name can have a maximum length of 400 characters.");
        assertProblem(
                post(ACTIVITIES, "{\"Name\":\"x\",\"ProductId\":5}"), 404, invalid, "Product with id = 5 not found.");
    }

    @Test
    void oneInUseStays() throws Exception {
        created(
                "/TimeTracking/EntryTime",
                "{\"EmployeeId\":4100001,\"ActivityTimeId\":6100001,\"Date\":\"2026-11-24\"}");

        assertProblem(
                delete(ACTIVITIES + "/6100001"),
                409,
                "Activity conflict",
                "Activity with id = 6100001 is in use and cannot be deleted.");
        assertThat(delete(ACTIVITIES + "/6100002").statusCode()).isEqualTo(200);
        assertThat(get(ACTIVITIES + "/6100002").statusCode()).isEqualTo(404);
    }
}
