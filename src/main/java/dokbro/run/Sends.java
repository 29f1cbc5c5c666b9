package dokbro.run;

import dokbro.api.Patience;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * The executor of the apply half: hands each record over to the few threads of the run that it belongs to, so that one company's slow API
 * never takes another's threads (camel-notes 3.14).
 */
@Component("sends")
class Sends extends AbstractExecutorService {

    private static final ThreadLocal<ExecutorService> OF_THIS_RUN = new ThreadLocal<>();

    /** Threads for one run, whose waits end when it is over; their own submits stay with the run. */
    ExecutorService open(String name, int threads, BooleanSupplier over) {
        AtomicInteger number = new AtomicInteger();
        var pool = new ExecutorService[1];
        pool[0] = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(
                    () -> {
                        OF_THIS_RUN.set(pool[0]);
                        Patience.until(over, task);
                    },
                    "send-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        return pool[0];
    }

    /** Runs the work with the run's threads as the ones that {@code sends} hands over to. */
    void with(ExecutorService threads, Runnable work) {
        OF_THIS_RUN.set(threads);
        try {
            work.run();
        } finally {
            OF_THIS_RUN.remove();
        }
    }

    @Override
    public void execute(Runnable task) {
        ExecutorService threads = OF_THIS_RUN.get();
        if (threads == null) {
            throw new IllegalStateException("sends is only for the threads of a run");
        }
        threads.execute(task);
    }

    @Override
    public void shutdown() {
        // the pools belong to their runs
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
