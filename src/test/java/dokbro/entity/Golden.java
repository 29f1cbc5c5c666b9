package dokbro.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Mapped.Reference;
import dokbro.failure.RecordFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A golden fixture: a source record in, parts and target records out. A file holds
 *
 * <ul>
 *   <li>{@code company}: settings other than the defaults, {@code catalogue}: merged into the folder's catalogue.json,
 *   <li>{@code source}: merged into the folder's source.json, which is a plain record,
 *   <li>{@code parts}: what comes out, facts and all,
 *   <li>{@code mapped}: by the part's key, the target record or the failure; {@code generation} is 1 where it is not given.
 * </ul>
 *
 * With {@code -Ddokbro.write-fixtures=true} a file without {@code parts} gets what comes out, to be read and judged.
 */
public final class Golden {

    private Golden() {}

    /** The fixtures of an entity, by file name. */
    public static Stream<Path> fixtures(String entity) {
        try (Stream<Path> files = Files.list(folder(entity))) {
            return files
                    .filter(file -> !List.of("catalogue.json", "source.json")
                            .contains(file.getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one fixture through an entity. */
    public static <F> void check(Entity<F> entity, Path file) {
        JsonNode fixture = read(file);
        assertThat(fixture.fieldNames())
                .toIterable()
                .isSubsetOf("about", "company", "catalogue", "source", "generation", "parts", "mapped");
        Company company = TestCompany.with(fixture.path("company"));
        Catalogue catalogue = catalogue(merged(file.resolveSibling("catalogue.json"), fixture.path("catalogue")));
        JsonNode source = merged(file.resolveSibling("source.json"), fixture.path("source"));

        ArrayNode parts = Json.mapper().createArrayNode();
        ObjectNode mapped = Json.mapper().createObjectNode();
        for (Part<F> part : entity.parts(source, company, catalogue)) {
            parts.add(shown(part));
            if (part.facts() != null && part.skipped() == null) {
                assertThat(Json.value(Json.text(part.facts()), entity.factsType()))
                        .isEqualTo(part.facts());
                if (!entity.nothing(part.facts())) {
                    int generation = fixture.path("generation").asInt(1);
                    mapped.set(part.key(), mapped(entity, part, generation, company, catalogue));
                }
            }
        }
        if (Boolean.getBoolean("dokbro.write-fixtures") && !fixture.has("parts")) {
            write(file, (ObjectNode) fixture, parts, mapped);
        }
        assertThat(pretty(parts)).as("parts").isEqualTo(pretty(fixture.path("parts")));
        assertThat(pretty(mapped)).as("mapped").isEqualTo(pretty(fixture.path("mapped")));
    }

    /** Each member of the facts touches something or, on purpose, nothing; and only members that a target record may have. */
    public static void checkTouches(Entity<?> entity, Company company, String... members) {
        List<String> facts = Stream.of(entity.factsType().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(entity.touches(company).keySet()).containsExactlyInAnyOrderElementsOf(facts);
        assertThat(entity.touches(company).values().stream().flatMap(Set::stream))
                .isSubsetOf(members);
        assertThat(entity.patchable()).isSubsetOf(members);
    }

    private static void write(Path file, ObjectNode fixture, ArrayNode parts, ObjectNode mapped) {
        fixture.set("parts", parts);
        fixture.set("mapped", mapped);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try {
            Files.writeString(file, Json.mapper().writer(printer).writeValueAsString(fixture) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode shown(Part<?> part) {
        ObjectNode shown = Json.mapper().createObjectNode();
        shown.put("key", part.key());
        shown.put("owner", part.owner());
        shown.put("date", part.date() == null ? null : part.date().toString());
        if (part.facts() != null && part.skipped() == null) {
            shown.set("facts", Json.mapper().valueToTree(part.facts()));
        }
        if (part.skipped() != null) {
            shown.put("skipped", part.skipped());
        }
        if (part.refused() != null) {
            shown.set("refused", shown(part.refused()));
        }
        return shown;
    }

    private static <F> ObjectNode mapped(
            Entity<F> entity, Part<F> part, int generation, Company company, Catalogue catalogue) {
        ObjectNode shown = Json.mapper().createObjectNode();
        try {
            Mapped mapped = entity.map(part.key(), generation, part.facts(), company, catalogue);
            shown.set("payload", mapped.payload());
            ObjectNode references = shown.putObject("references");
            mapped.references().forEach((member, reference) -> references.put(member, shown(reference)));
        } catch (RecordFailure failure) {
            shown.set("refused", shown(failure));
        }
        return shown;
    }

    private static String shown(Reference reference) {
        return String.join(" | ", reference.kinds()) + " : " + reference.sourceId() + " : " + reference.label()
                + (reference.optional() ? " (where linked)" : "");
    }

    private static ArrayNode shown(RecordFailure failure) {
        ArrayNode shown = Json.mapper().createArrayNode().add(failure.reason().code());
        failure.arguments().forEach(shown::add);
        return shown;
    }

    private static JsonNode merged(Path base, JsonNode changes) {
        if (!Files.exists(base)) {
            return changes;
        }
        ObjectNode merged = (ObjectNode) read(base);
        merge(merged, changes);
        return merged;
    }

    private static void merge(ObjectNode base, JsonNode changes) {
        changes.properties().forEach(change -> {
            if (base.get(change.getKey()) instanceof ObjectNode inner
                    && change.getValue().isObject()) {
                merge(inner, change.getValue());
            } else {
                base.set(change.getKey(), change.getValue());
            }
        });
    }

    /** Null in a fixture takes a row out of the catalogue. */
    private static Catalogue catalogue(JsonNode node) {
        for (JsonNode register : node) {
            if (!register.isObject()) {
                continue;
            }
            register.properties().forEach(row -> {
                if (row.getValue() instanceof ObjectNode object) {
                    object.put("id", row.getKey());
                }
            });
            ((ObjectNode) register).properties().removeIf(row -> row.getValue().isNull());
        }
        ObjectNode whole = Json.mapper().createObjectNode();
        Stream.of("wageTypes", "employees", "projects", "activities").forEach(whole::putObject);
        merge(whole, node);
        return Json.value(Json.text(whole), Catalogue.class);
    }

    private static Path folder(String entity) {
        return Path.of("src", "test", "resources", "fixtures", entity);
    }

    private static JsonNode read(Path file) {
        try {
            return Json.mapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(JsonNode node) {
        try {
            Object plain = Json.mapper().treeToValue(node, Object.class);
            return Json.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .with(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(plain);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
