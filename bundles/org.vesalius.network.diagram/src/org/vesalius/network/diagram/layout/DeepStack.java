// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.layout;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Runs work that recurses along the connections of a network: chains of some thousand layers need more stack than a
 * thread usually has. Whoever waits for it can turn away at once, even while the work does not ask.
 *
 * @param name name of the thread
 */
record DeepStack(String name) {
    private static final long BYTES = 256L << 20;
    private static final long ASK_EVERY_MILLIS = 50;

    /**
     * Runs the work and waits for it.
     *
     * @throws CancellationException if it was cancelled or this thread interrupted; the work ends when it asks next
     */
    void run(Runnable work, BooleanSupplier cancelled) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread thread = new Thread(null, task, name, BYTES);
        thread.setDaemon(true);
        thread.start();
        while (!isOver(task)) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException(name);
            }
        }
        if (cancelled.getAsBoolean()) {
            throw new CancellationException(name);
        }
    }

    private boolean isOver(FutureTask<Void> task) {
        try {
            task.get(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(name);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The layers could not be arranged; they stay where they are.",
                    e.getCause());
        }
    }
}
