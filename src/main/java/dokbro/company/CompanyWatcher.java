package dokbro.company;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Notices changed company files, and changed files that they take secrets from. A change counts once two looks in a row saw the same, so
 * that a file still being written is left alone.
 */
public class CompanyWatcher {

    private final Companies companies;
    private String seen = "";

    public CompanyWatcher(Companies companies) {
        this.companies = companies;
    }

    /** One look at the folder. */
    @Scheduled(fixedDelayString = "${dokbro.company-files.look-every:PT2S}")
    public synchronized void tick() {
        String now = companies.fingerprint();
        if (now.equals(seen) && !now.equals(companies.fingerprintRead())) {
            companies.reload();
        }
        seen = now;
    }
}
