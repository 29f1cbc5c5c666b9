package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.sandbox.go.Resource.Whereabouts;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** All resources, and which calls each one takes. */
final class GoResources {

    final Projects projects;
    final Departments departments;
    final Customers customers;
    final Products products;
    final SalaryLines salaryLines;
    final TimeEntries entries;
    final Activities activities;
    final Activities itemActivities;
    final ItemEntries items;
    final LedgerResources ledger;
    final Resource employees;
    final HourlyRates hourlyRates;
    final Resource payItems;
    final Resource hourTypes;
    final Resource productGroups;
    final Resource vatCodes;
    final Resource accounts;

    private final GoData data;
    private final TimeTransactions timeTransactions;
    private final Map<String, Resource> byPath = new LinkedHashMap<>();

    /** @param server scheme, host and port */
    GoResources(GoData data, String server) {
        this.data = data;
        projects = make(Projects::new, "/Projects", "Project", server);
        departments = make(Departments::new, "/Departments", "Department", server);
        customers = make(Customers::new, "/Customers", "Customer", server);
        products = make(Products::new, "/Products", "Product", server);
        salaryLines = make(SalaryLines::new, "/SalaryLines", "SalaryLine", server);
        entries = make(TimeEntries::new, "/TimeTracking/EntryTime", "TimeTracking", server);
        activities = activities("/TimeTracking/ActivityTime", data.activities, server);
        itemActivities = activities("/TimeTracking/ActivityItem", data.itemActivities, server);
        items = make(ItemEntries::new, "/TimeTracking/EntryItem", "TimeTracking", server);
        ledger = new LedgerResources(data, server);
        List.of(ledger.vouchers, ledger.drafts, ledger.salesOrders, ledger.invoices)
                .forEach(this::kept);
        Catalogues catalogues = new Catalogues(data, server);
        employees = kept(catalogues.employees());
        payItems = kept(catalogues.payItems());
        hourTypes = kept(catalogues.hourTypes());
        productGroups = kept(catalogues.productGroups());
        vatCodes = kept(catalogues.vatCodes());
        accounts = kept(catalogues.accounts());
        hourlyRates = new HourlyRates(data, server);
        timeTransactions = new TimeTransactions(data, server);
    }

    void register(Gateway gateway) {
        for (Resource resource : List.of(projects, departments, customers, products, salaryLines, entries, items)) {
            gateway.reads(resource).creates(resource).patches(resource).deletes(resource);
        }
        for (Activities kind : List.of(activities, itemActivities)) {
            gateway.reads(kind).creates(kind).deletes(kind);
        }
        ledger.register(gateway);
        gateway.reads(employees).reads(payItems).reads(productGroups).reads(accounts);
        gateway.read(hourTypes.path(), hourTypes.privilege(), hourTypes::list);
        gateway.read(vatCodes.path(), vatCodes.privilege(), vatCodes::list);
        gateway.read(hourlyRates.path(), hourlyRates.privilege(), hourlyRates::ofEmployee);
        gateway.read(TimeTransactions.PATH, TimeTransactions.PRIVILEGE, timeTransactions::list);
        gateway.read("/LockDateSettings", "CommonServices", this::lockDate);
        gateway.open("/ClientIntegrationInformation", this::client);
    }

    /** @throws IllegalArgumentException for a path that is no resource with records */
    List<JsonNode> records(String path) {
        Resource resource = byPath.get(path);
        if (resource == null) {
            throw new IllegalArgumentException(path + " is none of " + byPath.keySet());
        }
        return resource.records();
    }

    private Response lockDate(Request request) {
        ListQuery.none(request);
        LocalDate date = data.lockDate();
        ObjectNode settings = Json.mapper().createObjectNode();
        settings.put("LockDate", date == null ? null : date.toString());
        return Response.json(200, settings);
    }

    private Response client(Request request) {
        ListQuery.none(request);
        GoOptions options = data.options();
        Map<String, Object> client = new LinkedHashMap<>();
        client.put(
                "ActiveClientSubscriptions", options.modules().stream().sorted().toList());
        client.put("ClientId", options.clientId());
        client.put("ClientName", options.clientName());
        client.put("InvalidPrivileges", options.invalidPrivileges());
        client.put("ValidPrivileges", options.validPrivileges());
        return Response.json(200, client);
    }

    private <R extends Resource> R make(
            BiFunction<GoData, Whereabouts, R> kind, String path, String privilege, String server) {
        return kept(kind.apply(data, new Whereabouts(path, privilege, server)));
    }

    private Activities activities(String path, Table table, String server) {
        return kept(new Activities(data, new Whereabouts(path, "TimeTracking", server), table));
    }

    private <R extends Resource> R kept(R resource) {
        byPath.put(resource.path(), resource);
        return resource;
    }
}
