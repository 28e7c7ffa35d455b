// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunCommand;

/** A run that is looked after. Safe for use from several threads. */
public final class RunHandle {

    private final RunFolder folder;
    private final CompletableFuture<RunEnd> end;

    RunHandle(RunFolder folder, CompletableFuture<RunEnd> end) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.end = Objects.requireNonNull(end, "end");
    }

    /** The folder of the run. */
    public RunFolder folder() {
        return folder;
    }

    /**
     * Completes when the run has ended, which may take several workers; completing or cancelling it changes nothing
     * about the run.
     */
    public CompletionStage<RunEnd> end() {
        return end.minimalCompletionStage();
    }

    /** Waits until the run has ended. */
    public RunEnd awaitEnd() {
        return end.join();
    }

    /**
     * Tells the worker what the user wants; it answers at the next batch.
     *
     * @throws ReportedException when the command can't be written
     */
    public void send(RunCommand command) {
        try {
            new RunControl(folder).send(command);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The command '" + command.word() + "' could not be written: "
                    + e.getMessage(), folder.control(), "Make the run folder writable", e);
        }
    }
}
