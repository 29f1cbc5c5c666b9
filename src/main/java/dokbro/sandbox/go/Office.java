package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;

/** What people do in Go's own pages, past the rules of the API. Callers hold the monitor of the data. */
final class Office {

    private final GoData data;
    private final GoResources resources;

    Office(GoData data, GoResources resources) {
        this.data = data;
        this.resources = resources;
    }

    void approveWeek(long employee, LocalDate day) {
        existing(data.employees, employee);
        data.locks.approve(employee, day);
    }

    void revokeWeek(long employee, LocalDate day) {
        existing(data.employees, employee);
        data.locks.revoke(employee, day);
    }

    void pay(long id) {
        if (data.salaryLines.now(Long.toString(id)).isPresent()) {
            change(data.salaryLines, id, Map.of("IsLocked", true));
        } else {
            existing(booked(id), id);
            data.locks.pay(Long.toString(id));
        }
    }

    void invoice(long entry) {
        existing(booked(entry), entry);
        data.locks.invoice(Long.toString(entry));
    }

    void delete(long id) {
        if (data.salaryLines.now(Long.toString(id)).isPresent()) {
            change(data.salaryLines, id, Map.of("IsLocked", true, "IsDeletedByUser", true));
        } else {
            existing(booked(id), id);
            data.remove(booked(id), Long.toString(id));
        }
    }

    /** Hours and items have ids of their own, no id stands in both. */
    private Table booked(long id) {
        return data.items.now(Long.toString(id)).isPresent() ? data.items : data.entries;
    }

    void edit(long id, JsonNode changes) {
        boolean line = data.salaryLines.now(Long.toString(id)).isPresent();
        Resource resource =
                line ? resources.salaryLines : booked(id) == data.items ? resources.items : resources.entries;
        ObjectNode changed = existing(resource.table(), id).deepCopy();
        set(changed, changes, resource.shape());
        data.save(resource.table(), changed);
    }

    /** Sets members by name; one that the shape does not have is an IllegalArgumentException. */
    static void set(ObjectNode record, JsonNode members, Shape shape) {
        members.properties().forEach(member -> {
            Shape.Field field = shape.field(member.getKey());
            if (field == null) {
                throw new IllegalArgumentException("no member " + member.getKey());
            }
            JsonNode value = member.getValue();
            record.set(
                    field.name,
                    value.isNull()
                            ? value
                            : field.type
                                    .read(value)
                                    .orElseThrow(
                                            () -> new IllegalArgumentException(field.name + " cannot be " + value)));
        });
    }

    long addEntry(JsonNode members) {
        ObjectNode entry = resources.entries.shape().blank();
        set(entry, members, resources.entries.shape());
        resources.entries.complete(entry);
        entry.put("CreatedDateTimeOffset", GoData.moment(data.now()));
        return add(data.entries, entry);
    }

    long addProject(String code, String name, Long parent) {
        ObjectNode project = resources.projects.shape().blank();
        project.put("Code", code)
                .put("Name", name)
                .put("ParentProjectId", parent)
                .put("CreatedDateTimeOffset", GoData.moment(data.now()));
        resources.projects.check(project, null);
        return add(data.projects, project);
    }

    long addActivity(String code, String name) {
        ObjectNode activity = resources.activities.shape().blank();
        activity.put("Code", code).put("Name", name).put("CreatedDateTimeOffset", GoData.moment(data.now()));
        return add(data.activities, activity);
    }

    void change(Table table, long id, Map<String, ?> members) {
        ObjectNode changed = existing(table, id).deepCopy();
        members.forEach((name, value) -> changed.set(name, Json.mapper().valueToTree(value)));
        data.save(table, changed);
    }

    private long add(Table table, ObjectNode record) {
        long id = table.newId();
        data.save(table, record.put("Id", id));
        return id;
    }

    private static ObjectNode existing(Table table, long id) {
        return table.now(Long.toString(id)).orElseThrow(() -> new NoSuchElementException(table.kind() + " " + id));
    }
}
