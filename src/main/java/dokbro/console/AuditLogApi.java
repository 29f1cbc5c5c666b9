package dokbro.console;

import dokbro.console.Paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditLogApi {

    private final AuditLog log;

    AuditLogApi(AuditLog log) {
        this.log = log;
    }

    @Operation(summary = "Who did what, newest first; operators only")
    @GetMapping(path = "/api/v1/audit-log", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<AuditLog.Entry> entries(
            @RequestParam(required = false) String company, @Valid @ParameterObject Paging paging) {
        return paging.page(log.page(company, paging.page(), paging.size()), log.count(company));
    }
}
