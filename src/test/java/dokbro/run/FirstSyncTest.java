package dokbro.run;

import dokbro.Dokbro;
import dokbro.TwoSystems;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        classes = Dokbro.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:first-sync;DB_CLOSE_DELAY=-1",
            "dokbro.run.timers=false",
            "dokbro.config=target/no-config"
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(TwoSystems.class)
class FirstSyncTest {

    @Autowired
    private WholeSync sync;

    @Autowired
    private DeadLetters deadLetters;

    @Test
    void firstSync() throws Exception {
        for (int i = 0; i < 2; i++) {
            var rows = sync.start("demo", new Runs.Start(Cause.MANUAL, false, null, null, null, "test"))
                    .end()
                    .get(120, TimeUnit.SECONDS);
            rows.forEach(row ->
                    System.err.println(row.entity() + " " + row.state() + " " + row.counts() + " " + row.error()));
        }
        var seen = new java.util.TreeMap<String, Integer>();
        for (DeadLetter letter : deadLetters.page("demo", new DeadLetters.Filter(null, null, null, null), 0, 2000)) {
            if (seen.merge(letter.entity() + letter.reason(), 1, Integer::sum) == 1) {
                System.err.println("DL " + letter.entity() + " " + letter.sourceId() + " " + letter.status() + " "
                        + letter.reason() + ": " + letter.message("nb")
                        + (letter.detail() == null ? "" : letter.detail()) + " " + letter.response());
            }
        }
        System.err.println("DL " + seen);
    }
}
