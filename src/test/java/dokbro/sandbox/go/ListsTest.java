package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all lists share: paging, sorting, members, filters, lag, time parts. */
class ListsTest extends GoTest {

    @Test
    void aListIsABareArrayAndAnEmptyOne204() throws Exception {
        assertThat(json(get("/Departments")).isArray()).isTrue();
        HttpResponse<String> empty = get("/Departments?codes=nothing");
        assertThat(empty.statusCode()).isEqualTo(204);
        assertThat(empty.body()).isEmpty();
        assertThat(get("/Projects?PageNumber=9").statusCode()).isEqualTo(204);
    }

    @Test
    void pagesAreLinkedByAnAbsoluteAddress() throws Exception {
        HttpResponse<String> first = get("/Projects?PageSize=2&name=a&OrderBy=Id");
        JsonNode paging = Json.tree(first.headers().firstValue("X-Pagination").orElseThrow());
        assertThat(ids(first)).containsExactly(5_100_001L, 5_100_003L);
        assertThat(paging.get("totalCount").asInt()).isEqualTo(3);
        String next = paging.get("nextPageLink").asText();
        assertThat(next).startsWith(go.url() + "/Projects?").contains("PageNumber=2", "name=a", "PageSize=2");

        HttpResponse<String> last = get(next.substring(go.url().length()));
        assertThat(ids(last)).containsExactly(5_100_005L);
        assertThat(Json.tree(last.headers().firstValue("X-Pagination").orElseThrow())
                        .get("nextPageLink")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$top=1",
                "$skip=1",
                "$filter=x",
                "unknown=1",
                "codes=1",
                "includeSubProjects=maybe",
                "status=1",
                "PageSize=x",
                "lastChangedDateTimeOffsetGreaterThan=yesterday"
            })
    void otherParametersAndBadValuesAreRefused(String parameter) throws Exception {
        assertUnbound(get("/Projects?" + parameter), parameter.split("=")[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PageSize=20001",
                "PageSize=0",
                "PageNumber=0",
                "Fields=Nothing",
                "Fields=,",
                "OrderBy=Nothing",
                "OrderBy=Id up"
            })
    void badResourceParametersAreRefused(String parameter) throws Exception {
        HttpResponse<String> answer = get("/Projects?" + parameter.replace(" ", "%20"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("title").asText()).isEqualTo("Invalid resourceParameter");
    }

    @Test
    void aRepeatedParameterAndOneOnASingleRecordAreRefused() throws Exception {
        assertUnbound(get("/Projects?name=a&name=b"), "name");
        assertUnbound(get("/Projects/5100001?Fields=Id"), "Fields");
    }

    @Test
    void membersAndOrderCanBeChosen() throws Exception {
        HttpResponse<String> answer = get("/Employees?Fields=Id,Number&OrderBy=Number%20desc");
        assertThat(json(answer))
                .isEqualTo(Json.tree("[{\"Id\":4100002,\"Number\":102},{\"Id\":4100001,\"Number\":101}]"));
        assertThat(get("/Employees?PageSize=20000").statusCode()).isEqualTo(200);
    }

    @Test
    void changedAfterExcludesTheMomentItself() throws Exception {
        clock.move(Duration.ofMinutes(1));
        String changed = created("/Projects", "{\"Code\":\"7\",\"Name\":\"x\"}")
                .get("LastChangedDateTimeOffset")
                .asText();
        assertThat(changed).isEqualTo("2026-11-24T08:01:00.0000000+00:00");

        assertThat(get("/Projects?lastChangedDateTimeOffsetGreaterThan=2026-11-24T08:01:00.0000000%2B00:00")
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(get("/Projects?lastChangedDateTimeOffsetGreaterThan=2026-11-24T08:00:59.999999Z"))
                        .size())
                .isEqualTo(1);
        assertThat(json(get("/Projects?createdDateTimeOffsetGreaterThan=2026-11-24T09:00:59%2B01:00"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aLaggingReplicaShowsCreatesChangesAndDeletesLate() throws Exception {
        go.options(go.options().withReplicaLag(Duration.ofSeconds(2)));
        long id = created("/Products", "{\"Code\":\"M9\",\"Name\":\"Gravemaskin\"}")
                .get("Id")
                .asLong();
        assertThat(get("/Products?codes=M9").statusCode()).isEqualTo(204);
        assertThat(get("/Products/" + id).statusCode()).isEqualTo(404);
        clock.move(Duration.ofSeconds(2));
        assertThat(json(get("/Products/" + id)).get("Name").asText()).isEqualTo("Gravemaskin");

        assertThat(json(replace("/Products/" + id, "Name", "\"Hjullaster\""))
                        .get("Name")
                        .asText())
                .isEqualTo("Hjullaster");
        assertThat(json(get("/Products?codes=M9")).get(0).get("Name").asText()).isEqualTo("Gravemaskin");
        assertThat(go.records("/Products").get(2).get("Name").asText()).isEqualTo("Hjullaster");
        clock.move(Duration.ofSeconds(2));
        assertThat(json(get("/Products/" + id)).get("Name").asText()).isEqualTo("Hjullaster");

        assertThat(delete("/Products/" + id).statusCode()).isEqualTo(200);
        assertThat(delete("/Products/" + id).statusCode()).isEqualTo(404);
        assertThat(get("/Products/" + id).statusCode()).isEqualTo(200);
        clock.move(Duration.ofSeconds(2));
        assertThat(get("/Products/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasDeletedWithinTheLagStillShowsWithItsParent() throws Exception {
        go.options(go.options().withReplicaLag(Duration.ofSeconds(2)));
        String department = "/Departments/"
                + created("/Departments", "{\"Code\":\"30\",\"Name\":\"Lager\"}")
                        .get("Id")
                        .asLong();
        String main = "/Projects/"
                + created("/Projects", "{\"Code\":\"50\",\"Name\":\"x\",\"DepartmentCode\":\"30\"}")
                        .get("Id")
                        .asLong();
        String sub = "/Projects/"
                + created("/Projects", "{\"Code\":\"1\",\"Name\":\"x\",\"ParentProjectCode\":\"50\"}")
                        .get("Id")
                        .asLong();
        clock.move(Duration.ofSeconds(2));
        for (String path : List.of(sub, main, department)) {
            assertThat(delete(path).statusCode()).isEqualTo(200);
        }

        assertThat(json(get(sub)).get("Code").asText()).isEqualTo("50.1");
        assertThat(json(get("/Projects?departmentCodes=30")).get(0).get("Code").asText())
                .isEqualTo("50");
        clock.move(Duration.ofSeconds(2));
        assertThat(get("/Projects?projectCodes=50&includeSubProjects=true").statusCode())
                .isEqualTo(204);
    }

    @Test
    void someDatesHaveATimePartAlwaysTheSameOnes() throws Exception {
        go.options(go.options().withSometimesTimePart(true));
        List<String> dates = texts(get("/Projects"), "StartDate");

        assertThat(dates).contains("2026-01-05", "2026-01-05T00:00:00");
        assertThat(texts(get("/Projects"), "StartDate")).isEqualTo(dates);
    }

    private static List<Long> ids(HttpResponse<String> answer) {
        return StreamSupport.stream(json(answer).spliterator(), false)
                .map(each -> each.get("Id").asLong())
                .toList();
    }

    private static List<String> texts(HttpResponse<String> answer, String member) {
        return StreamSupport.stream(json(answer).spliterator(), false)
                .map(each -> each.get(member).asText())
                .toList();
    }
}
