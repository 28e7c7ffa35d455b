// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.vesalius.worker.spi.Batch;

/**
 * Batches in their order, each put together on a thread of its own while the one before is trained on. What is in a
 * batch doesn't depend on that thread's timing, since the assembler is a pure function.
 */
public final class PrefetchedBatches implements Iterator<Batch>, AutoCloseable {
    private final Function<int[], Batch> assembler;
    private final Iterator<int[]> samples;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(PrefetchedBatches::thread);
    private Future<Batch> next;

    /**
     * Begins with the first batch at once.
     *
     * @param batches the samples of each batch
     * @param assembler puts the batch of some samples together; a pure function
     */
    public PrefetchedBatches(List<int[]> batches, Function<int[], Batch> assembler) {
        this.samples = batches.iterator();
        this.assembler = assembler;
        readAhead();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /**
     * The next batch; waits until it is complete.
     *
     * @throws RuntimeException what reading it threw
     */
    @Override
    public Batch next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Batch batch = await(next);
        readAhead();
        return batch;
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }

    private void readAhead() {
        int[] numbers = samples.hasNext() ? samples.next() : null;
        next = numbers == null ? null : reader.submit(() -> assembler.apply(numbers));
    }

    private static Batch await(Future<Batch> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was read", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "batch reader");
        thread.setDaemon(true);
        return thread;
    }
}
