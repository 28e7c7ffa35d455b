// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.opentest4j.AssertionFailedError;

/** The UI thread, seen from a test that runs beside it. A test never waits for it without a limit. */
public final class Ui {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 20;
    private static final int STEADY = 15;
    private static final int ROUNDS = 4;

    private Ui() {
    }

    /** Returns what a task gives on the UI thread; what it throws fails the test, as does a UI thread that is blocked. */
    public static <T> T ask(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Display display = Display.getDefault();
        if (display.getThread() == Thread.currentThread()) {
            future.run();
        } else {
            display.asyncExec(future);
        }
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionFailedError("on the UI thread: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            future.cancel(false);
            throw new AssertionFailedError("the UI thread gave no answer", stackOf(display.getThread()));
        } catch (InterruptedException e) {
            future.cancel(false);
            throw interrupted(e);
        }
    }

    /** Returns whether the UI thread comes to do something new. */
    static boolean answersWithin(Duration patience) {
        FutureTask<Void> probe = new FutureTask<>(() -> null);
        Display.getDefault().asyncExec(probe);
        try {
            probe.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Throwable stackOf(Thread thread) {
        Throwable stack = new Throwable("what " + thread.getName() + " does");
        stack.setStackTrace(thread.getStackTrace());
        return stack;
    }

    private static AssertionFailedError interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new AssertionFailedError("interrupted", cause);
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

    /** Waits until a condition holds on the UI thread; fails after a while, naming what was waited for. */
    public static void await(String what, Callable<Boolean> condition) {
        await(what, PATIENCE, condition);
    }

    /** Waits until a condition holds on the UI thread; fails when that takes longer than {@code patience}. */
    public static void await(String what, Duration patience, Callable<Boolean> condition) {
        if (!holdsWithin(patience, condition)) {
            throw new AssertionFailedError("waited in vain for: " + what);
        }
    }

    /** Returns a place once it is there and stays the same for a while, as it does when a view has found its layout. */
    public static Point steady(String what, Callable<Point> place) {
        Point[] seen = new Point[STEADY];
        int[] looks = new int[1];
        await(what, () -> {
            Point now = place.call();
            seen[looks[0]++ % STEADY] = now;
            return now != null && Arrays.stream(seen).allMatch(now::equals);
        });
        return seen[0];
    }

    /** Returns whether a condition comes to hold on the UI thread. */
    public static boolean holdsWithin(Duration patience, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!Boolean.TRUE.equals(ask(condition))) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    /**
     * Waits until the UI thread has seen to what mouse and keys did. To ask the screen for the place of the mouse fetches
     * all that happened on it before; the next rounds of the event loop take it up, and what it brought about.
     */
    static void settle() {
        for (int i = 0; i < ROUNDS; i++) {
            ask(() -> Display.getCurrent().getCursorLocation());
        }
    }

    /** Lets other threads do what is waited for. */
    private static void pause() {
        try {
            new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Something done on the UI thread. */
    public interface Task {
        /** Does it. */
        void run() throws Exception;
    }
}
