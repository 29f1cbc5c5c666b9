package dokbro.source;

import dokbro.api.Patience;
import dokbro.run.Run;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads the next page while the one before is compared; gives no more when the run has to end. */
final class ReadAhead<T> implements Iterator<T> {

    private final Iterator<T> pages;
    private final Run run;
    private CompletableFuture<Optional<T>> ahead;

    ReadAhead(Iterator<T> pages, Run run) {
        this.pages = pages;
        this.run = run;
    }

    @Override
    public boolean hasNext() {
        return !run.ended() && page().isPresent();
    }

    @Override
    public T next() {
        T page = page().orElseThrow(NoSuchElementException::new);
        ahead = read();
        return page;
    }

    private Optional<T> page() {
        if (ahead == null) {
            ahead = read();
        }
        try {
            return ahead.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private CompletableFuture<Optional<T>> read() {
        CompletableFuture<Optional<T>> page = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> Patience.until(run::ended, () -> {
                    try {
                        page.complete(pages.hasNext() ? Optional.of(pages.next()) : Optional.empty());
                    } catch (RuntimeException | Error e) {
                        page.completeExceptionally(e);
                    }
                }),
                "read " + run);
        reader.setDaemon(true);
        reader.start();
        return page;
    }
}
