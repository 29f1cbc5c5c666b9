package dokbro.api;

import dokbro.company.Company;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The access tokens of one API, one for each company and revision of its settings. Whoever needs a token while another thread is signing in
 * for the same company waits for that call and shares its outcome.
 */
public final class Tokens {

    /**
     * @param text goes into the Authorization header
     * @param renewAt from then on a new one is fetched
     */
    public record Token(String text, Instant renewAt) {

        /** A token that is renewed a margin, at most a tenth of its life, before it ends. */
        public static Token living(String text, Instant issued, Duration life, Duration margin) {
            Duration tenth = life.dividedBy(10);
            return new Token(text, issued.plus(life).minus(tenth.compareTo(margin) < 0 ? tenth : margin));
        }

        @Override
        public String toString() {
            return "token to renew at " + renewAt;
        }
    }

    /** The keys too: they may change while the revision of the settings, which are kept without secrets, stays. */
    private record Key(String company, Company.SmartDokAccess smartdok, Company.PowerOfficeAccess poweroffice) {
        private static Key of(Company company) {
            return new Key(company.key(), company.smartdok(), company.poweroffice());
        }

        @Override
        public String toString() {
            return company;
        }
    }

    private final Clock clock;
    private final Function<Company, Token> signIn;
    private final Map<Key, CompletableFuture<Token>> tokens = new ConcurrentHashMap<>();

    /** @param signIn fetches a token, or throws a RecordFailure */
    public Tokens(Clock clock, Function<Company, Token> signIn) {
        this.clock = clock;
        this.signIn = signIn;
    }

    /** A token that can be used now; whatever signing in throws, it throws. */
    public String current(Company company) {
        Key key = Key.of(company);
        CompletableFuture<Token> known = tokens.get(key);
        if (known != null && (!known.isDone() || usable(known))) {
            return shared(known);
        }
        tokens.values().removeIf(token -> token.isDone() && !usable(token));
        CompletableFuture<Token> mine = new CompletableFuture<>();
        CompletableFuture<Token> other = tokens.putIfAbsent(key, mine);
        return other == null ? fetched(company, key, mine) : shared(other);
    }

    /** Drops a token that the API refused, unless it has been renewed meanwhile. */
    public void forget(Company company, String token) {
        tokens.computeIfPresent(
                Key.of(company),
                (key, known) -> usable(known) && known.join().text().equals(token) ? null : known);
    }

    private String fetched(Company company, Key key, CompletableFuture<Token> mine) {
        try {
            Token token = signIn.apply(company);
            mine.complete(token);
            return token.text();
        } catch (RuntimeException | Error e) {
            // Taken away first: whoever comes next shall try for himself.
            tokens.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static String shared(CompletableFuture<Token> token) {
        try {
            return token.join().text();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private boolean usable(CompletableFuture<Token> token) {
        return token.isDone()
                && !token.isCompletedExceptionally()
                && clock.instant().isBefore(token.join().renewAt());
    }
}
