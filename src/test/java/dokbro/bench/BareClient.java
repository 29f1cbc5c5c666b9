package dokbro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.program.JsonCalls;
import dokbro.program.ProgramFailed;
import dokbro.program.SeparateSandbox;
import dokbro.program.SeparateService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** Pages the registrations that a run of the service reads, with the JDK's client and nothing around it: the measure of what is possible. */
final class BareClient {

    private static final int PAGE = 100;
    private static final int SLICE_DAYS = 7;

    private final JsonCalls smartdok;
    private final LocalDate today;

    BareClient(SeparateSandbox sandbox) {
        String session = new JsonCalls(sandbox.smartdokUrl(), null)
                .postForText("/Authorize/ApiToken", Map.of("Token", sandbox.smartdokToken()))
                .strip()
                .replace("\"", "");
        smartdok = new JsonCalls(sandbox.smartdokUrl(), "Bearer " + session);
        today = sandbox.today();
    }

    /**
     * Reads them all once, in the slices and pages that the service asks for.
     *
     * @throws ProgramFailed when there are others than expected
     */
    Duration page(int expected) {
        long start = System.nanoTime();
        int read = 0;
        LocalDate from = today.minusDays(SeparateService.DAYS);
        while (from.plusDays(SLICE_DAYS - 1L).isBefore(today)) {
            read += slice("&fromDate=" + from + "&toDate=" + from.plusDays(SLICE_DAYS - 1L));
            from = from.plusDays(SLICE_DAYS);
        }
        read += slice("&fromDate=" + from);
        if (read != expected) {
            throw new ProgramFailed("The bare client has read " + read + " registrations, not " + expected, null);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private int slice(String dates) {
        int offset = 0;
        JsonNode page;
        do {
            page = smartdok.get("/WorkHours/v2?approved=true" + dates + "&offset=" + offset + "&count=" + PAGE);
            offset += page.path("Items").size();
        } while (page.path("Items").size() > 0
                && offset < page.path("TotalCount").asInt());
        return offset;
    }
}
