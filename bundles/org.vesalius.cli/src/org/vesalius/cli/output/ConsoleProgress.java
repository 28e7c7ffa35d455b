// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

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
