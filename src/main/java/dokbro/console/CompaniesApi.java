package dokbro.console;

import dokbro.company.Companies;
import dokbro.company.Company;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
class CompaniesApi {

    private final Companies companies;

    CompaniesApi(Companies companies) {
        this.companies = companies;
    }

    /**
     * A company in force.
     *
     * @param state live or review
     * @param master poweroffice or smartdok
     * @param problems of its file; while there are any, the last good settings stay
     */
    record CompanyAnswer(
            String key,
            String name,
            String state,
            String master,
            LocalDate startDate,
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

    private static CompanyAnswer answer(Company company, List<Problem> problems) {
        return new CompanyAnswer(
                company.key(),
                company.name(),
                company.state().name().toLowerCase(Locale.ROOT),
                company.master().name().toLowerCase(Locale.ROOT),
                company.startDate(),
                company.revision(),
                problems.stream()
                        .filter(problem -> key(problem).equals(company.key()))
                        .toList());
    }

    private static String key(Problem problem) {
        return problem.file().replaceFirst("\\.ya?ml$", "");
    }
}
