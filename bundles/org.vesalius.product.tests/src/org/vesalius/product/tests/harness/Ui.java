// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.widgets.Display;
import org.opentest4j.AssertionFailedError;

/** The UI thread, seen from a test that runs beside it. */
public final class Ui {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 20;

    private Ui() {
    }

    /** Returns what a task gives on the UI thread; what it throws fails the test. */
    public static <T> T ask(Callable<T> task) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Display.getDefault().syncExec(() -> {
            try {
                result.set(task.call());
            } catch (Exception | AssertionError e) {
                failure.set(e);
            }
        });
        if (failure.get() != null) {
            throw new AssertionFailedError("on the UI thread: " + failure.get().getMessage(), failure.get());
        }
        return result.get();
    }

    /** Runs a task on the UI thread and waits for its end. */
    public static void run(Task task) {
        ask(() -> {
            task.run();
            return null;
        });
    }

    /** Starts a task on the UI thread and does not wait: for what opens a dialog. */
    public static void start(Runnable task) {
        Display.getDefault().asyncExec(task);
    }

    /** Waits until a condition holds on the UI thread; fails after half a minute, naming what was waited for. */
    public static void await(String what, Callable<Boolean> condition) {
        await(what, PATIENCE, condition);
    }

    /** Waits until a condition holds on the UI thread; fails when that takes longer than {@code patience}. */
    public static void await(String what, Duration patience, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!Boolean.TRUE.equals(ask(condition))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionFailedError("waited in vain for: " + what);
            }
            pause();
        }
    }

    /** Lets other threads do what is waited for. */
    private static void pause() {
        try {
            new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionFailedError("interrupted", e);
        }
    }

    /** Something done on the UI thread. */
    public interface Task {
        /** Does it. */
        void run() throws Exception;
    }
}
