package dokbro.audit;

import static dokbro.Site.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.company.Companies;
import dokbro.entity.workhours.WorkHours;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.link.LinksByTarget;
import dokbro.run.EntityDefinition;
import dokbro.run.Reads;
import dokbro.run.Run;
import dokbro.run.TargetRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 20,000 links, of which three were edited and two deleted in Go, and one is on no page though it is there. */
@SyncTest
class AuditOfManyTest {

    private static final int MANY = 20_000;
    private static final int PAGE = 500;
    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final Set<Integer> EDITED = Set.of(1, 500, 19_999);
    private static final Set<Integer> DELETED = Set.of(7, 12_345);
    private static final int OVERLOOKED = 777;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Reads reads;

    @Autowired
    private Links links;

    @Autowired
    private LinksByTarget byTarget;

    @Autowired
    private Audits audits;

    @Autowired
    private Companies companies;

    private Site site;

    @AfterEach
    void empty() {
        site.reset();
    }

    private static ObjectNode payload(int number) {
        return Json.mapper()
                .createObjectNode()
                .put("Date", DAY.toString())
                .put("Quantity", 480)
                .put("BillableQuantity", 0)
                .put("EmployeeId", 100 + number % 50)
                .put("ProjectId", 200 + number % 70)
                .put("InternalComment", "Et arbeid av det vanlige slaget [SD-" + number + ".1]");
    }

    private static JsonNode record(int number) {
        ObjectNode record = payload(number).put("Id", number).put("ExternalComment", "");
        record.put("CreatedDateTimeOffset", "2026-11-16T10:00:00Z")
                .put("LastChangedDateTimeOffset", "2026-11-16T10:00:00Z");
        return EDITED.contains(number) ? record.put("Quantity", 60) : record;
    }

    /** Go with its pages, made when they are asked for. */
    private static final class ManyRecords implements TargetRecords {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Optional<JsonNode> find(Run run, String targetId) {
            asked.add(targetId);
            int number = Integer.parseInt(targetId);
            return DELETED.contains(number) ? Optional.empty() : Optional.of(record(number));
        }

        @Override
        public List<JsonNode> since(Run run, LocalDate from) {
            throw new AssertionError("never the whole list at once");
        }
    }

    @Test
    void theIdsOfTheLinksAreAllThatStays() {
        site = parts.site(Sites.SMALL).reset();
        OffsetDateTime before = OffsetDateTime.of(2026, 11, 17, 0, 0, 0, 0, ZoneOffset.UTC);
        for (int from = 1; from <= MANY; from += 1000) {
            site.jdbc()
                    .batchUpdate(
                            "insert into link (company, entity, source_id, owner_id, record_date, state, version, generation,"
                                    + " target_id, own_target_id, facts, payload, created_at, updated_at)"
                                    + " values (?, ?, ?, ?, ?, 'LINKED', 2, 1, ?, ?, '{}', ?, ?, ?)",
                            IntStream.range(from, from + 1000)
                                    .mapToObj(number -> {
                                        String id = Integer.toString(number);
                                        return new Object[] {
                                            site.company(),
                                            HOURS,
                                            id,
                                            id,
                                            DAY,
                                            id,
                                            id,
                                            Json.text(payload(number)),
                                            before,
                                            before
                                        };
                                    })
                                    .toList());
        }
        ManyRecords targets = new ManyRecords();
        var definition = new EntityDefinition<>(new WorkHours(), null, null, null, targets);
        Audit audit = audits.open(site.company(), HOURS, DAY, "kari", null);
        Run run = reads.open(companies.find(site.company()).orElseThrow(), HOURS, DAY);
        Comparison comparison =
                new Comparison(audit, run, definition, links, byTarget, Instant.parse("2026-11-18T00:00:00Z"));
        List<Finding> found = new ArrayList<>();
        for (int from = 1; from <= MANY; from += PAGE) {
            comparison.records(IntStream.range(from, from + PAGE)
                    .filter(number -> !DELETED.contains(number) && number != OVERLOOKED)
                    .mapToObj(AuditOfManyTest::record)
                    .toList());
            found.addAll(comparison.take());
        }
        List<Link> page = byTarget.standing(site.company(), HOURS, DAY, 0, PAGE);
        while (!page.isEmpty()) {
            comparison.missing(page);
            page = byTarget.standing(
                    site.company(), HOURS, DAY, page.get(page.size() - 1).id(), PAGE);
        }
        found.addAll(comparison.take());

        assertThat(comparison.counts().all())
                .containsEntry("checked", 20_000L)
                .containsEntry("equal", 19_995L)
                .containsEntry("changed", 3L)
                .containsEntry("missing", 2L)
                .containsEntry("ignored", 0L);
        assertThat(found).extracting(Finding::sourceId).containsExactlyInAnyOrder("1", "500", "19999", "7", "12345");
        assertThat(targets.asked).as("asked for one by one").containsExactlyInAnyOrder("7", "777", "12345");
    }
}
