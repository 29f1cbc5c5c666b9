package dokbro.api;

import dokbro.company.Company;
import java.time.Duration;

/** What the retry policy tells an API's client about calls that were refused. */
public interface ApiAccess {

    Api api();

    /** The API answered 401 to this token: the next call shall not use it. */
    void tokenRefused(Company company, String token);

    /** The API answered 429: no call on the same limit before the wait is over. */
    void tooManyCalls(Company company, Duration wait);
}
