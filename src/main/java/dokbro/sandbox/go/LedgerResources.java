package dokbro.sandbox.go;

import dokbro.sandbox.go.Resource.Whereabouts;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;

/** Vouchers, drafts of vouchers, sales orders and what came of them, and which calls each one takes. */
final class LedgerResources {

    private static final String LINE = "/{lineId}";

    final Vouchers vouchers;
    final Drafts drafts;
    final SalesOrders salesOrders;
    final Resource invoices;

    private final AccountTransactions transactions;

    /** @param server scheme, host and port */
    LedgerResources(GoData data, String server) {
        vouchers = new Vouchers(data, new Whereabouts("/Vouchers/ManualJournals", "ManualVoucher", server));
        drafts = new Drafts(data, new Whereabouts(Drafts.ALL + "/ManualJournals", "JournalEntryVoucher", server));
        salesOrders = new SalesOrders(data, new Whereabouts("/SalesOrders", "SalesOrders", server));
        invoices = new Catalogues(data, server).outgoingInvoices();
        transactions = new AccountTransactions(data, server);
    }

    void register(Gateway gateway) {
        gateway.creates(vouchers);
        // reading what was posted takes the privilege to post
        gateway.write("GET", vouchers.path() + "/{id}", vouchers.privilege(), vouchers::get);
        gateway.write("POST", Vouchers.REVERSE, Vouchers.REVERSE_PRIVILEGE, request -> vouchers.reverse(request));
        gateway.read(AccountTransactions.PATH, AccountTransactions.PRIVILEGE, transactions::list);
        drafts(gateway);
        salesOrders(gateway);
        gateway.reads(invoices);
    }

    private void drafts(Gateway gateway) {
        String privilege = drafts.privilege();
        String lines = drafts.path() + "/{id}/VoucherLines";
        gateway.creates(drafts).patches(drafts);
        gateway.read(Drafts.ALL, privilege, drafts::items);
        gateway.read(drafts.path() + "/{id}", privilege, drafts::get);
        gateway.write("DELETE", Drafts.ALL + "/{id}", privilege, drafts::delete);
        gateway.write("POST", lines, privilege, drafts::addLine);
        gateway.write("PATCH", lines + LINE, privilege, drafts::changeLine);
        gateway.write("DELETE", lines + LINE, privilege, drafts::removeLine);
    }

    private void salesOrders(Gateway gateway) {
        String privilege = salesOrders.privilege();
        String path = salesOrders.path();
        String lines = path + "/{id}/Lines";
        gateway.patches(salesOrders).deletes(salesOrders);
        gateway.read(path, privilege, this::orders);
        gateway.read(path + "/{id}", privilege, salesOrders::one);
        gateway.read(path + "/{id}/Complete", privilege, salesOrders::complete);
        gateway.read(lines, privilege, salesOrders::lines);
        gateway.read(lines + LINE, privilege, salesOrders::line);
        gateway.write("POST", path + "/Complete", privilege, salesOrders::create);
        gateway.write("POST", lines, privilege, salesOrders::addLine);
        gateway.write("PATCH", lines + LINE, privilege, salesOrders::changeLine);
        gateway.write("DELETE", lines + LINE, privilege, salesOrders::removeLine);
    }

    private Response orders(Request request) {
        return salesOrders.list(request);
    }
}
