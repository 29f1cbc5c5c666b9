package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Mapped;
import dokbro.entity.TestCompany;
import dokbro.entity.workhours.WorkHours;
import dokbro.entity.workhours.WorkHoursFacts;
import dokbro.failure.Reason;
import dokbro.link.Link;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The pure halves of the engine: comparing facts, mapping changes, comparing with the target. */
class MappingPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final WorkHours HOURS = new WorkHours();
    private static final Company COMPANY = TestCompany.with("{'workHours': {'sendTimes': true}}");
    private static final Catalogue CATALOGUE = new Catalogue(
            Map.of(
                    "1", new Catalogue.WageType("1", "100", "Timelønn", false, true),
                    "2", new Catalogue.WageType("2", "150", "Overtid 50 %", false, true)),
            Map.of(),
            Map.of(),
            Map.of(
                    "1", new Catalogue.Activity("1", "01.1", "Graving"),
                    "2", new Catalogue.Activity("2", "01.2", "Mur")));

    @Provide
    Arbitrary<WorkHoursFacts> facts() {
        Arbitrary<String> id = Arbitraries.of("1", "2");
        Arbitrary<Integer> hours = Arbitraries.integers().between(1, 10);
        Arbitrary<String> sub = id.injectNull(0.5);
        Arbitrary<String> comment = Arbitraries.of("Graving", "Mur").injectNull(0.3);
        return Combinators.combine(id, hours, id, sub, id, id, sub, comment)
                .as((user, many, project, part, activity, wage, department, text) -> new WorkHoursFacts(
                        user,
                        DAY.plusDays(many % 3),
                        60 * many,
                        false,
                        LocalTime.of(7, 0),
                        LocalTime.of(7, 0).plusHours(many),
                        0,
                        project,
                        part,
                        activity,
                        wage,
                        department,
                        null,
                        text));
    }

    private static Link sent(WorkHoursFacts facts, ObjectNode payload) {
        return new Link(
                1,
                "c",
                "work-hours",
                "7",
                "7",
                facts.date(),
                Link.State.LINKED,
                3,
                1,
                "99",
                Json.canonical(facts),
                payload,
                null,
                null,
                null,
                null,
                null);
    }

    /** As it is sent: each reference with the target's id, here its kind and source id. */
    private static ObjectNode resolved(Mapped mapped) {
        ObjectNode payload = mapped.payload().deepCopy();
        mapped.references()
                .forEach((member, reference) -> payload.put(member, reference.kinds() + reference.sourceId()));
        return payload;
    }

    @Property
    void factsChangedThereAndBackAreNoChange(@ForAll("facts") WorkHoursFacts facts) {
        assertThat(Mapping.changes(Json.canonical(facts), Json.canonical(facts)))
                .isEmpty();
    }

    @Property
    void changesAreExactlyTheMembersThatDiffer(
            @ForAll("facts") WorkHoursFacts before, @ForAll("facts") WorkHoursFacts after) {
        JsonNode from = Json.canonical(before);
        JsonNode to = Json.canonical(after);
        List<PlanRow.Change> changes = Mapping.changes(from, to);
        assertThat(changes)
                .isEqualTo(changes.stream()
                        .sorted((a, b) -> a.field().compareTo(b.field()))
                        .toList());
        Set<String> fields = changes.stream().map(PlanRow.Change::field).collect(Collectors.toSet());
        to.fieldNames()
                .forEachRemaining(field -> assertThat(fields.contains(field))
                        .as(field)
                        .isEqualTo(!from.get(field).equals(to.get(field))));
        assertThat(Mapping.changes(to, from)).hasSameSizeAs(changes);
    }

    /** However often the facts change, the record that is sent is the one that a first send would make, but for its mark. */
    @Property
    void aChangedRecordIsWhatAFirstOneWouldBe(
            @ForAll("facts") WorkHoursFacts before, @ForAll("facts") WorkHoursFacts after) {
        Run run = run(COMPANY);
        ObjectNode first = resolved(HOURS.map("7", 1, before, COMPANY, CATALOGUE));
        Link link = sent(before, first);
        List<PlanRow.Change> changes = Mapping.changes(link.facts(), Json.canonical(after));
        Set<String> touched = Mapping.touched(HOURS, COMPANY, link, changes);
        ObjectNode changed = resolved(Mapping.map(HOURS, run, COMPANY, "7", 1, Json.canonical(after), link, touched));
        ObjectNode wanted = resolved(HOURS.map("7", 1, after, COMPANY, CATALOGUE));
        assertThat(Json.canonical(changed)).isEqualTo(Json.canonical(wanted));
        Set<String> differ = TargetRecord.changes(first, wanted).stream()
                .map(PlanRow.Change::field)
                .collect(Collectors.toSet());
        assertThat(touched).as("what differs is touched").containsAll(differ);
    }

    /** What is not touched stays as it was sent, whatever the settings say now. */
    @Property
    void untouchedMembersStayAsTheyWereSent(
            @ForAll("facts") WorkHoursFacts before, @ForAll("facts") WorkHoursFacts after) {
        Company other = TestCompany.with("{'billing': 'POWEROFFICE', 'poweroffice': {'quantityUnit': 'HOURS'},"
                + " 'workHours': {'comments': 'NONE'}}");
        ObjectNode first = resolved(HOURS.map("7", 1, before, COMPANY, CATALOGUE));
        Link link = sent(before, first);
        Set<String> touched = Mapping.touched(HOURS, other, link, Mapping.changes(link.facts(), Json.canonical(after)));
        ObjectNode changed =
                resolved(Mapping.map(HOURS, run(other), other, "7", 1, Json.canonical(after), link, touched));
        first.fieldNames().forEachRemaining(member -> {
            if (!touched.contains(member)) {
                assertThat(changed.get(member)).as(member).isEqualTo(first.get(member));
            }
        });
    }

    private static Run run(Company company) {
        Run run = new Run(1, company, "work-hours", Cause.MANUAL, false, false, DAY, null, null);
        run.catalogue(CATALOGUE);
        return run;
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-9"), new BigDecimal("9"))
                        .ofScale(2)
                        .map(DecimalNode::valueOf),
                Arbitraries.of("", " ", "Graving", "Graving ", "2026-11-03", "2026-11-03T00:00:00", "2026-11-04")
                        .map(TextNode::valueOf),
                Arbitraries.just(NullNode.getInstance()));
    }

    @Property
    void sameIsTheSameBothWays(@ForAll("values") JsonNode one, @ForAll("values") JsonNode other) {
        assertThat(TargetRecord.same(one, one)).isTrue();
        assertThat(TargetRecord.same(one, other)).isEqualTo(TargetRecord.same(other, one));
    }

    @Property
    void whatMakesNoDifferenceIsTheSame(@ForAll("values") JsonNode value) {
        if (value.isNumber()) {
            assertThat(TargetRecord.same(
                            value, DecimalNode.valueOf(value.decimalValue().setScale(5))))
                    .isTrue();
            BigDecimal more = value.decimalValue().add(new BigDecimal("0.01"));
            assertThat(TargetRecord.same(value, DecimalNode.valueOf(more))).isFalse();
        } else if (value.isTextual()) {
            assertThat(TargetRecord.same(value, TextNode.valueOf(value.textValue() + "  ")))
                    .isTrue();
            assertThat(TargetRecord.same(value, TextNode.valueOf(value.textValue() + "x")))
                    .isFalse();
        }
    }

    /** Whatever stands in the arguments, the sentence shows it and holds no place that was not filled. */
    @Property
    void everyReasonIsASentenceInBothLanguages(@ForAll Reason reason, @ForAll("arguments") String argument) {
        List<String> arguments = Collections.nCopies(6, argument);
        for (String language : List.of("nb", "en")) {
            String text = reason.text(language, arguments);
            assertThat(text).isNotBlank().doesNotContainPattern("\\{\\d}");
            assertThat(reason.hint(language)).isNotBlank();
        }
        assertThat(Reason.of(reason.code())).isSameAs(reason);
    }

    @Provide
    Arbitrary<String> arguments() {
        return Arbitraries.of("prosjekt 1001", "it's", "«Ål»", "100 %", "", "'");
    }
}
