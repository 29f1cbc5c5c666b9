package dokbro.entity.customers;

/** What a customer of SmartDok says that matters when it is made in Go; all but name may be null. */
public record CustomerFacts(
        String number, String name, String organizationNumber, String email, String phone, boolean active) {}
