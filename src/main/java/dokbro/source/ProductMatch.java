package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.entity.FirstMatch;
import dokbro.entity.products.ProductFacts;
import dokbro.entity.products.Products;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Matcher;
import dokbro.run.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** First match of machines or goods against the products that stand in Go already: the code must agree, and the name as well. */
final class ProductMatch implements Matcher {

    private final Products entity;
    private final String what;
    private final PowerOfficeLists lists;
    private final Links links;

    /** @param what the kind of record, for people */
    ProductMatch(Products entity, String what, PowerOfficeLists lists, Links links) {
        this.entity = entity;
        this.what = what;
        this.lists = lists;
        this.links = links;
    }

    @Override
    public Optional<Match> find(Run run, String sourceId, JsonNode facts) {
        ProductFacts product = Json.mapper().convertValue(facts, ProductFacts.class);
        Set<String> taken = run.once("linked products", () -> taken(run));
        List<JsonNode> products = lists.products(run);
        List<FirstMatch.Candidate> candidates = products.stream()
                .map(row -> new FirstMatch.Candidate(
                        text(row, "Id"), text(row, "Code"), text(row, "Name"), taken.contains(text(row, "Id"))))
                .toList();
        FirstMatch.Answer answer = entity.match(product, run.company(), candidates);
        String code = entity.code(product, run.company());
        if (answer instanceof FirstMatch.OtherName other) {
            throw new RecordFailure(Reason.OTHER_NAME, what, code, product.name(), other.name());
        }
        if (answer instanceof FirstMatch.Several several) {
            throw new RecordFailure(Reason.SEVERAL_CANDIDATES, what, code, "Go", String.join(", ", several.ids()));
        }
        return answer instanceof FirstMatch.Same same
                ? products.stream()
                        .filter(row -> text(row, "Id").equals(same.id()))
                        .map(row -> new Match(same.id(), row))
                        .findFirst()
                : Optional.empty();
    }

    /** A product belongs to one machine or one item of goods. */
    private Set<String> taken(Run run) {
        Set<String> taken = new HashSet<>();
        for (String kind : List.of("machines", "goods")) {
            links.all(run.company().key(), kind).stream()
                    .map(Link::targetId)
                    .filter(id -> id != null)
                    .forEach(taken::add);
        }
        return taken;
    }

    private static String text(JsonNode row, String member) {
        return SmartDokLists.text(row, member);
    }
}
