package dokbro.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.entity.Kinds;
import dokbro.link.Link;
import dokbro.link.Links;
import java.util.HashMap;
import java.util.Map;

/** What people know the employees and projects by that records of Go name; taken from the links. */
final class Labels {

    private final Map<String, String> employees;
    private final Map<String, String> projects = new HashMap<>();

    Labels(Links links, Company company) {
        employees = labels(links, company, Kinds.EMPLOYEES, false);
        boolean goIsSource = company.master() == Company.Master.POWEROFFICE;
        projects.putAll(labels(links, company, Kinds.PROJECTS, goIsSource));
        projects.putAll(labels(links, company, Kinds.SUB_PROJECTS, goIsSource));
    }

    private static Map<String, String> labels(Links links, Company company, String kind, boolean bySource) {
        Map<String, String> labels = new HashMap<>();
        for (Link link : links.all(company.key(), kind)) {
            String id = bySource ? link.sourceId() : link.targetId();
            if (id != null && link.targetId() != null) {
                labels.put(id, link.label() == null ? id : link.label());
            }
        }
        return labels;
    }

    /** Number and name; null where the record names no employee, or none that is linked. */
    String employee(JsonNode record) {
        return employees.get(record.path("EmployeeId").asText());
    }

    /** Number and name, or Go's id; null where the record names no project. */
    String project(JsonNode record) {
        JsonNode id = record.path("ProjectId");
        return id.isMissingNode() || id.isNull() ? null : projects.getOrDefault(id.asText(), id.asText());
    }
}
