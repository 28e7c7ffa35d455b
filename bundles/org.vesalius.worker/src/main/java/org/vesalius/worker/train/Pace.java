// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.function.Consumer;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.worker.control.RunCommands;

/** Obeys the user's command between two batches: goes on, waits, or tells that the run shall end. */
public final class Pace {
    private final RunCommands commands;
    private final Consumer<RunState> states;

    /**
     * @param commands the commands to the run
     * @param states told when the run pauses and when it goes on
     */
    public Pace(RunCommands commands, Consumer<RunState> states) {
        this.commands = commands;
        this.states = states;
    }

    /** Waits while the command is to pause; then tells the command, which is never {@link RunCommand#PAUSE}. */
    public RunCommand heed() {
        RunCommand command = commands.current();
        return command == RunCommand.PAUSE ? pause() : command;
    }

    /** Whether the run shall end without finishing what it is at; doesn't wait. */
    public boolean endsNow() {
        return commands.current() == RunCommand.STOP_NOW;
    }

    private RunCommand pause() {
        states.accept(RunState.PAUSED);
        RunCommand command = commands.current();
        while (command == RunCommand.PAUSE) {
            commands.await();
            command = commands.current();
        }
        // a run that shall end still has weights to keep and a model to measure
        states.accept(RunState.RUNNING);
        return command;
    }
}
