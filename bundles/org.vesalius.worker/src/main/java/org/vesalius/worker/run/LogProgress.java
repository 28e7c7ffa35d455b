// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import org.vesalius.core.progress.Progress;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.journal.RunJournal;

/** Tells the log how far the opening of the data is, in steps of a tenth; the user's command to end cancels it. */
final class LogProgress implements Progress {
    private static final int STEPS = 10;

    private final RunJournal journal;
    private final RunCommands commands;
    private String task = "";
    private long total;
    private long told;

    LogProgress(RunJournal journal, RunCommands commands) {
        this.journal = journal;
        this.commands = commands;
    }

    @Override
    public void begin(String newTask, long newTotal) {
        task = newTask;
        total = newTotal;
        told = 0;
    }

    @Override
    public void advance(long done) {
        long step = total < 1 ? 0 : done * STEPS / total;
        if (step > told) {
            told = step;
            journal.log(task + ": " + done + " of " + total);
        }
    }

    @Override
    public boolean cancelled() {
        return commands.current().ends();
    }
}
