// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vesalius.core.progress.Progress;

/** Progress on the console: a bar where a person watches, else a line at the start of each task and each quarter. */
public final class ConsoleProgress implements Progress {

    private static final int STEPS = 4;
    // what is longer takes several lines of a usual terminal, and only one can be overwritten
    private static final int NARROW = 80;

    private final Console console;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private String task = "";
    private long total;
    private long lastStep;

    /** Progress on a console. */
    public ConsoleProgress(Console console) {
        this.console = Objects.requireNonNull(console, "console");
    }

    /** Asks the work to end soon. */
    public void cancel() {
        cancelled.set(true);
    }

    @Override
    public synchronized void begin(String newTask, long newTotal) {
        task = newTask;
        total = newTotal;
        lastStep = 0;
        if (console.terminal() && task.length() < NARROW) {
            console.status(task);
        } else {
            console.note(task);
        }
    }

    @Override
    public synchronized void advance(long done) {
        if (total < 1) {
            return;
        }
        if (console.terminal()) {
            console.status(Bar.of((double) done / total) + "  " + task + " (" + done + " of " + total + ")");
            return;
        }
        long step = done * STEPS / total;
        if (step > lastStep) {
            lastStep = step;
            console.note(task + ": " + done + " of " + total);
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }
}

/** A bar of characters that shows a fraction. */
final class Bar {

    private static final int WIDTH = 24;

    private Bar() {
        // one function
    }

    /** The bar of a fraction from 0 to 1, with its percentage. */
    static String of(double fraction) {
        double bounded = Math.max(0, Math.min(1, fraction));
        int filled = (int) Math.floor(bounded * WIDTH);
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] "
                + String.format(Locale.ROOT, "%3d %%", (int) Math.floor(bounded * 100));
    }
}

/** Durations as people say them. */
final class Durations {

    private Durations() {
        // one function
    }

    /**
     * A duration to the second, to the minute above ten minutes: {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}.
     */
    static String display(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
