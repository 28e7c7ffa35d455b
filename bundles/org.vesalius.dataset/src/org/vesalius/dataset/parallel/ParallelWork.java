// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.parallel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.vesalius.core.progress.Progress;

/**
 * Does a task for the indexes 0, 1, … on all processors. The calling thread reports the progress and asks whether to go
 * on; threads end before {@link #run} returns, whatever happens.
 */
public final class ParallelWork {
    private static final long REPORT_MILLIS = 50;

    private final IndexTask task;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch running;
    private volatile boolean stopped;

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
     * Does the work; to be called once.
     *
     * @param name what is being done, in the user's words
     * @param progress is told how many are done
     * @throws IOException the first failure of a task; the others are then not begun
     * @throws CancellationException if the progress was cancelled, or this thread interrupted
     */
    public void run(String name, Progress progress) throws IOException {
        progress.begin(name, count);
        List<Thread> threads = start();
        try {
            watch(progress);
        } finally {
            stopped = true;
            // whoever is amid a large file reads no further
            threads.forEach(Thread::interrupt);
            threads.forEach(ParallelWork::join);
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
                task.run(i);
                done.incrementAndGet();
            }
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            stopped = true;
        } finally {
            running.countDown();
        }
    }

    private void watch(Progress progress) {
        try {
            boolean ended = false;
            while (!ended) {
                ended = running.await(REPORT_MILLIS, TimeUnit.MILLISECONDS);
                // asked at the end too: what follows on this work would not be wanted either
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled by the user");
                }
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
