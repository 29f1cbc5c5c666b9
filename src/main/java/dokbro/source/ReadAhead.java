package dokbro.source;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads the next page while the one before is compared. */
final class ReadAhead<T> implements Iterator<T> {

    private final Iterator<T> pages;
    private final String name;
    private CompletableFuture<Optional<T>> ahead;

    ReadAhead(Iterator<T> pages, String name) {
        this.pages = pages;
        this.name = name;
    }

    @Override
    public boolean hasNext() {
        return page().isPresent();
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
                () -> {
                    try {
                        page.complete(pages.hasNext() ? Optional.of(pages.next()) : Optional.empty());
                    } catch (RuntimeException | Error e) {
                        page.completeExceptionally(e);
                    }
                },
                "read " + name);
        reader.setDaemon(true);
        reader.start();
        return page;
    }
}
