package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 5/30 6-20 ? * MON-FRI | every 30 minutes, Mon–Fri 06–20 | hvert 30. minutt, man–fre 06–20
            0 0/15 * * * ?          | every 15 minutes                | hvert 15. minutt
            0 * * * * ?             | 0 * * * * ?                     | 0 * * * * ?
            0 0/1 * * * ?           | every minute                    | hvert minutt
            0 0 21 * * ?            | every day at 21:00              | hver dag kl. 21:00
            0 30 2 ? * mon-fri      | Mon–Fri at 02:30                | man–fre kl. 02:30
            0 0 6,12,18 ? * SAT,SUN | Sat, Sun at 06:00, 12:00 and 18:00 | lør, søn kl. 06:00, 12:00 og 18:00
            0 0 * * * ?             | every hour                      | hver time
            0 10 6-20 * * ?         | every hour at 10 past, 06–20    | hver time 10 over, 06–20
            0 0 0/4 * * ?           | every 4 hours                   | hver 4. time
            0 0 9 1 * ?             | 0 0 9 1 * ?                     | 0 0 9 1 * ?
            0 0 9 ? * 2-6           | 0 0 9 ? * 2-6                   | 0 0 9 ? * 2-6
            0 0 9 ? * MON#1         | 0 0 9 ? * MON#1                 | 0 0 9 ? * MON#1
            30 0 9 * * ?            | 30 0 9 * * ?                    | 30 0 9 * * ?
            0 0 9 * * ? 2027        | 0 0 9 * * ? 2027                | 0 0 9 * * ? 2027
            0 1,31 * * * ?          | 0 1,31 * * * ?                  | 0 1,31 * * * ?
            """)
    void usualShapesInWordsAndTheRestAsTheyStand(String cron, String en, String nb) {
        assertThat(Schedule.inWords(cron, "en")).isEqualTo(en);
        assertThat(Schedule.inWords(cron, "nb")).isEqualTo(nb);
    }

    @Test
    void theNextTimeIsByTheClockInOslo() {
        String daily = "0 30 2 * * ?";
        assertThat(Schedule.next(daily, Instant.parse("2026-11-24T02:00:00Z")))
                .contains(Instant.parse("2026-11-25T01:30:00Z"));
        assertThat(Schedule.next(daily, Instant.parse("2026-07-01T02:00:00Z")))
                .contains(Instant.parse("2026-07-02T00:30:00Z"));
        assertThat(Schedule.next("0 0 9 * * ? 2020", Instant.parse("2026-07-01T02:00:00Z")))
                .isEmpty();
    }
}
