// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import java.io.IOException;
import java.util.function.Consumer;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunState;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.run.TrainingRun;
import org.vesalius.worker.run.WorkerContext;

/** {@code train <run>}: trains a run, from its newest checkpoint if it has one. */
public final class TrainVerb implements Verb {
    private final WorkerContext context;
    private final Consumer<Runnable> signals;

    /**
     * @param context what the worker works with
     * @param signals is given what to do when the operating system wants the process to end
     */
    public TrainVerb(WorkerContext context, Consumer<Runnable> signals) {
        this.context = context;
        this.signals = signals;
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        RunFolder folder = new RunFolder(arguments.folder());
        RunCommands commands = new RunCommands(new RunControl(folder));
        signals.accept(commands::signal);
        RunState end = new TrainingRun(folder, context, commands).work();
        return end == RunState.FAILED ? FAILED : OK;
    }
}
