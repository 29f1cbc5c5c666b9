package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a voucher must be to be posted (contract, sections 3.9 A and 3.10). The texts, and that there must be lines, are guesses. */
final class PostingRules {

    private static final int CURRENCY = 3;
    private static final int DECIMALS = 2;

    private final GoData data;
    private final String entity;

    PostingRules(GoData data, String entity) {
        this.data = data;
        this.entity = entity;
    }

    void check(JsonNode voucher) {
        currency(voucher);
        JsonNode lines = voucher.get(Vouchers.LINES);
        if (lines.isEmpty()) {
            throw invalid("A voucher must have lines.");
        }
        BigDecimal balance = BigDecimal.ZERO;
        for (JsonNode line : lines) {
            amount(line);
            account(line);
            vat(line);
            checkOpen(line);
            balance = balance.add(line.get("CurrencyAmount").decimalValue());
        }
        if (balance.signum() != 0) {
            throw invalid("The voucher is not in balance. The sum of its lines is " + balance.toPlainString() + ".");
        }
    }

    /** Refuses a posting on or before the lock date. */
    void checkOpen(JsonNode line) {
        LocalDate locked = data.lockDate();
        LocalDate date = LocalDate.parse(line.get("PostingDate").asText());
        if (locked != null && !date.isAfter(locked)) {
            String text = "PostingDate " + date + " is in a locked period. LockDate is " + locked + ".";
            throw data.options().has(Quirk.LOCKED_PERIOD_ANSWERS_409) ? Problem.conflict(entity, text) : invalid(text);
        }
    }

    private void currency(JsonNode voucher) {
        if (!voucher.get("CurrencyCode").asText().matches("[A-Z]{" + CURRENCY + "}")) {
            throw invalid("CurrencyCode must be three letters.");
        }
    }

    private void amount(JsonNode line) {
        BigDecimal amount = line.get("CurrencyAmount").decimalValue();
        if (amount.signum() == 0) {
            throw invalid("CurrencyAmount cannot be 0.");
        }
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            throw invalid("CurrencyAmount can have at most two decimals.");
        }
    }

    private void account(JsonNode line) {
        ObjectNode account = data.accounts.now(line.get("AccountId").asText()).orElseThrow();
        String name = "Account " + account.get("AccountNo").asText();
        if (!account.get("IsActive").asBoolean()) {
            throw invalid(name + " is not active.");
        }
        if (account.get("IsProjectRequired").asBoolean()
                && line.get("ProjectId").isNull()) {
            throw invalid(name + " requires a project.");
        }
        if (account.get("IsDepartmentRequired").asBoolean()
                && line.get("DepartmentId").isNull()) {
            throw invalid(name + " requires a department.");
        }
        if (account.get("IsVatCodeLocked").asBoolean()
                && account.get("VatCodeId").asLong() != line.get("VatId").asLong()) {
            throw invalid(name + " only takes its own VAT code.");
        }
    }

    private void vat(JsonNode line) {
        ObjectNode code = data.vatCodes.now(line.get("VatId").asText()).orElseThrow();
        if (!code.get("IsActive").asBoolean()) {
            throw invalid("VAT code " + code.get("Code").asText() + " is not active.");
        }
    }

    private Refusal invalid(String detail) {
        return Problem.invalid(entity, detail);
    }
}
