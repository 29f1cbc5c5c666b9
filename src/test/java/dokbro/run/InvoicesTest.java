package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.failure.Reason;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Received;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo company's invoice bases with all their cases, in Go. */
@SyncTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvoicesTest {

    private static final String INVOICES = "invoice-basis";

    private Site site;
    private RunRow customers;
    private RunRow run;
    private List<Received> writes;

    @Autowired
    private Site.Parts parts;

    @BeforeAll
    void sync() {
        site = parts.site(Sites.DEMO).reset();
        List.of("projects", "sub-projects", "activities", "reference-data").forEach(site::run);
        site.forget();
        customers = site.run("customers");
        run = site.run(INVOICES);
        writes = site.goWrites();
    }

    private String outcome(String title) {
        String id = site.office().invoices().titled(title).get("Id").asText();
        if (site.hasLink(INVOICES, id)) {
            return "created";
        }
        return site.records(run).stream()
                .filter(record -> record.sourceId().equals(id))
                .map(record -> record.outcome() + " " + record.reason())
                .findFirst()
                .orElse("not read");
    }

    @Test
    void print() {
        System.out.println("CUSTOMERS " + counts(customers) + " " + site.records(customers));
        System.out.println("RUN " + run.state() + " " + run.error() + " " + counts(run));
        for (JsonNode invoice : site.office().invoices().invoices()) {
            System.out.println("INV " + invoice.get("Title").asText() + " -> " + outcome(invoice.get("Title").asText()));
        }
        site.openLetters(INVOICES).forEach(letter -> System.out.println("LETTER " + letter.reason() + letter.arguments()));
        writes.forEach(w -> System.out.println("W " + Site.call(w) + " " + w.status() + " " + w.body()));
    }
}
