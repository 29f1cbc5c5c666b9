package dokbro.console;

import dokbro.console.Paging.Page;
import dokbro.link.Link;
import dokbro.link.Links;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LinksApi {

    private final Known known;
    private final Links links;

    LinksApi(Known known, Links links) {
        this.known = known;
        this.links = links;
    }

    /**
     * A link, without what was sent.
     *
     * @param generation which record in the target this is, counted from 1
     * @param label null for viewers, where it is a person's name
     * @param claim null for none
     */
    record LinkAnswer(
            long id,
            String entity,
            String sourceId,
            String targetId,
            Link.State state,
            LocalDate date,
            int generation,
            String label,
            ClaimAnswer claim,
            Instant updatedAt) {}

    /** A call that is under way, or whose result is not known. */
    record ClaimAnswer(long run, String operation, int step, String targetId, Instant at) {}

    @Operation(summary = "Which record in one system is which in the other, newest first")
    @GetMapping(path = "/api/v1/companies/{company}/links", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<LinkAnswer> links(
            @PathVariable String company,
            @RequestParam(required = false) String entity,
            @RequestParam(required = false) String sourceId,
            @RequestParam(required = false) String targetId,
            @Valid @ParameterObject Paging paging,
            Caller caller) {
        known.company(company);
        Collection<String> kinds = known.kindsFilter(entity);
        List<LinkAnswer> items = links.page(company, kinds, sourceId, targetId, paging.page(), paging.size()).stream()
                .map(link -> answer(link, caller))
                .toList();
        return paging.page(items, links.count(company, kinds, sourceId, targetId));
    }

    private static LinkAnswer answer(Link link, Caller caller) {
        Link.Claim claim = link.claim();
        return new LinkAnswer(
                link.id(),
                link.entity(),
                link.sourceId(),
                link.targetId(),
                link.state(),
                link.date(),
                link.generation(),
                Personal.kind(link.entity()) ? caller.personal(link.label()) : link.label(),
                claim == null
                        ? null
                        : new ClaimAnswer(claim.run(), claim.operation(), claim.step(), claim.targetId(), claim.at()),
                link.updatedAt());
    }
}
