// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.parallel;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;

/**
 * Does a task for the indexes 0, 1, … on all processors. The calling thread reports the progress and asks whether to go
 * on; threads end before {@link #run} returns, whatever happens, but for one that hangs: it is left alone.
 */
public final class ParallelWork {
    private static final long REPORT_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final IndexTask task;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch running;
    private final Map<Thread, Begun> begun = new ConcurrentHashMap<>();
    private Optional<String> who = Optional.empty();
    private Duration patience = PATIENCE;
    private volatile boolean stopped;
    /** How long the calling thread watches; unlike a clock it stands still while the process is stopped or the computer sleeps. */
    private volatile long watchedMillis;

    /** What a thread is at, and since when, by the time watched. */
    private record Begun(int index, long since) {
    }

    /**
     * The work to be done.
     *
     * @param count how many things there are
     * @param task what is done for each
     */
    public ParallelWork(int count, IndexTask task) {
        this.count = count;
        this.task = task;
        this.running = new CountDownLatch(Math.max(1, Math.min(count, Runtime.getRuntime().availableProcessors())));
    }

    /**
     * Names who does the task for one of them, so that it can be told who failed or hangs.
     *
     * @param name in the user's words, such as "reader 'nifti'"
     * @return this
     */
    public ParallelWork by(String name) {
        who = Optional.of(name);
        return this;
    }

    /** With another patience: how long one of them may take before it is said to hang. */
    ParallelWork within(Duration limit) {
        patience = limit;
        return this;
    }

    /**
     * Does the work; to be called once.
     *
     * @param name what is being done, in the user's words
     * @param progress is told how many are done
     * @throws IOException the first failure of a task; the others are then not begun
     * @throws CancellationException if the progress was cancelled, or this thread interrupted
     * @throws ReportedException if one of them takes minutes without an end, or whoever does it fails by a mistake of its own
     */
    public void run(String name, Progress progress) throws IOException {
        progress.begin(name, count);
        List<Thread> threads = start();
        try {
            watch(name, progress);
        } finally {
            stopped = true;
            // whoever is amid a large file reads no further
            threads.forEach(Thread::interrupt);
            threads.stream().filter(thread -> !hangs(thread)).forEach(ParallelWork::join);
        }
        rethrowFailure();
        progress.advance(count);
    }

    private List<Thread> start() {
        List<Thread> threads = new ArrayList<>();
        for (long i = running.getCount(); i > 0; i--) {
            Thread thread = new Thread(this::work, "vesalius-data-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        return threads;
    }

    private void work() {
        try {
            for (int i = next.getAndIncrement(); i < count && !stopped; i = next.getAndIncrement()) {
                begun.put(Thread.currentThread(), new Begun(i, watchedMillis));
                task.run(i);
                done.incrementAndGet();
            }
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, told(e));
            stopped = true;
        } finally {
            begun.remove(Thread.currentThread());
            running.countDown();
        }
    }

    /** What nobody foresaw is told as the mistake of whoever does the task. */
    private Throwable told(Throwable failed) {
        boolean foreseen = failed instanceof IOException || failed instanceof Error || failed instanceof ReportedException
                || failed instanceof CancellationException;
        return foreseen || who.isEmpty() ? failed : new ReportedException(ErrorKind.INVALID_INPUT, "The " + who.get()
                + " failed at number " + (Objects.requireNonNull(begun.get(Thread.currentThread())).index() + 1) + " of " + count + ".",
                "Take this file away, or update the plug-in that reads it; the log says what went wrong.", failed);
    }

    private boolean hangs(Thread thread) {
        Begun at = begun.get(thread);
        return at != null && watchedMillis - at.since() > patience.toMillis();
    }

    private void refuseToHang(String name) {
        begun.keySet().stream().filter(this::hangs).findFirst().map(begun::get).ifPresent(at -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The " + who.orElse("work '" + name + "'")
                    + " gives no answer for number " + (at.index() + 1) + " of " + count + " within "
                    + patience.toMinutes() + " minutes.",
                    "Look at this file and at the disk it lies on, or take it away; then try again.");
        });
    }

    private void watch(String name, Progress progress) {
        try {
            boolean ended = false;
            while (!ended) {
                ended = running.await(REPORT_MILLIS, TimeUnit.MILLISECONDS);
                // asked at the end too: what follows on this work would not be wanted either
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled by the user");
                }
                watchedMillis = watchedMillis + REPORT_MILLIS;
                refuseToHang(name);
                progress.advance(done.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void rethrowFailure() throws IOException {
        Throwable thrown = failure.get();
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done for each of many things. */
    @FunctionalInterface
    public interface IndexTask {
        /**
         * Does it for one; called from several threads at once.
         *
         * @param index which one
         * @throws IOException if it fails, which ends the whole work
         */
        void run(int index) throws IOException;
    }
}
