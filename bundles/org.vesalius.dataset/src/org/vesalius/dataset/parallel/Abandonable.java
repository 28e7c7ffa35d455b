// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.parallel;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.vesalius.core.progress.Progress;

/**
 * Work that nobody waits for any longer once it was cancelled: it is done in a thread of its own, which is told to end and
 * left alone if it doesn't at once, as where it decodes a large file or where a disk doesn't answer.
 */
public final class Abandonable {
    private static final long ASK_MILLIS = 20;
    private static final long GRACE_MILLIS = 100;

    private Abandonable() {
    }

    /**
     * Does the work and waits for its end.
     *
     * @param work gets the progress that it reports to
     * @return what it gives
     * @throws CancellationException if the progress was cancelled, or this thread interrupted; soon, whatever the work does
     */
    public static <T> T call(Function<Progress, T> work, Progress progress) {
        Leash leash = new Leash(progress);
        FutureTask<T> task = new FutureTask<>(() -> work.apply(leash));
        Thread thread = new Thread(task, "vesalius-import");
        thread.setDaemon(true);
        thread.start();
        try {
            while (!progress.cancelled()) {
                try {
                    return task.get(ASK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // not yet
                }
            }
            leash.let();
            thread.interrupt();
            thread.join(GRACE_MILLIS);
            if (task.isDone()) {
                return task.get();
            }
        } catch (InterruptedException e) {
            leash.let();
            thread.interrupt();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNull(e.getCause()));
        }
        throw new CancellationException("cancelled by the user");
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException("the work throws nothing else", cause);
    }

    /** Passes on what is reported until the work isn't wanted any longer. */
    private static final class Leash implements Progress {
        private final Progress progress;
        private volatile boolean loose;

        private Leash(Progress progress) {
            this.progress = progress;
        }

        private void let() {
            loose = true;
        }

        @Override
        public void begin(String task, long total) {
            if (!loose) {
                progress.begin(task, total);
            }
        }

        @Override
        public void advance(long done) {
            if (!loose) {
                progress.advance(done);
            }
        }

        @Override
        public boolean cancelled() {
            return loose || progress.cancelled();
        }
    }
}
