package dokbro.console;

import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.company.PayThrough;
import dokbro.company.Problem;
import dokbro.console.Paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CompaniesApi {

    private final Companies companies;
    private final Known known;
    private final PayThrough payThrough;

    CompaniesApi(Companies companies, Known known, PayThrough payThrough) {
        this.companies = companies;
        this.known = known;
        this.payThrough = payThrough;
    }

    /**
     * A company in force.
     *
     * @param state live or review
     * @param master poweroffice or smartdok
     * @param payThrough the last day that the next payroll pays; null: every day
     * @param problems of its file; while there are any, the last good settings stay
     */
    record CompanyAnswer(
            String key,
            String name,
            String state,
            String master,
            LocalDate startDate,
            LocalDate payThrough,
            long settingsRevision,
            List<Problem> problems) {}

    /**
     * A page of companies.
     *
     * @param problems of files that give no company
     */
    record CompaniesAnswer(List<CompanyAnswer> items, int page, int size, long total, List<Problem> problems) {}

    @Operation(summary = "The companies in force, and what is wrong in their files")
    @GetMapping(path = "/api/v1/companies", produces = MediaType.APPLICATION_JSON_VALUE)
    CompaniesAnswer companies(@Valid @ParameterObject Paging paging) {
        List<Company> all = companies.all();
        List<Problem> problems = companies.problems();
        Page<Company> page = paging.of(all);
        Set<String> keys = all.stream().map(Company::key).collect(Collectors.toSet());
        return new CompaniesAnswer(
                page.items().stream().map(company -> answer(company, problems)).toList(),
                page.page(),
                page.size(),
                page.total(),
                problems.stream()
                        .filter(problem -> !keys.contains(key(problem)))
                        .toList());
    }

    @Operation(summary = "One company in force")
    @GetMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
    CompanyAnswer company(@PathVariable String company) {
        return answer(known.company(company), companies.problems());
    }

    private CompanyAnswer answer(Company company, List<Problem> problems) {
        return new CompanyAnswer(
                company.key(),
                company.name(),
                company.state().name().toLowerCase(Locale.ROOT),
                company.master().name().toLowerCase(Locale.ROOT),
                company.startDate(),
                payThrough.in(company).additions().payThrough(),
                company.revision(),
                problems.stream()
                        .filter(problem -> key(problem).equals(company.key()))
                        .toList());
    }

    private static String key(Problem problem) {
        return problem.file().replaceFirst("\\.ya?ml$", "");
    }
}
