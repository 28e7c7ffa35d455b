// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunLock;
import org.vesalius.experiment.run.RunProcess;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunState;
import org.vesalius.worker.control.MemoryShortage;
import org.vesalius.worker.control.Pulse;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.journal.RunJournal;

/** One process's turn on a run: takes it over, works on it, and leaves it in a state that says how it ended. */
public final class TrainingRun {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private final RunFolder folder;
    private final WorkerContext context;
    private final RunCommands commands;

    /**
     * @param folder the run
     * @param context what the worker works with
     * @param commands the commands to the run
     */
    public TrainingRun(RunFolder folder, WorkerContext context, RunCommands commands) {
        this.folder = folder;
        this.context = context;
        this.commands = commands;
    }

    /**
     * Trains the run from where it stands to an end.
     *
     * @return the state it ended in, FAILED included
     * @throws ReportedException if the run can't be taken over: another worker has it, it is complete, or its folder
     *         can't be written; the run is then as it was
     * @throws OutOfMemoryError or what it caused, if memory ran out: the run is then live without a worker, as after a
     *         crash, for a process to go on with whose memory is in order
     * @throws IOException if the journal can't be closed
     */
    public RunState work() throws IOException {
        try (RunLock lock = RunLock.take(folder); Pulse pulse = Pulse.of(folder);
                RunJournal journal = new RunJournal(folder, context.clock())) {
            RunRecord before = journal.record();
            Instant asked = asked(before);
            takeOver(journal);
            try {
                new TrainingSession(folder, context, commands, journal, asked).run();
            } catch (Exception | Error e) {
                if (MemoryShortage.isBehind(e)) {
                    // the run stays live: whoever looks after it starts it again
                    throw e;
                }
                // whatever it was, the run has to say so before the process ends
                fail(journal, e);
            }
            return journal.record().state();
        }
    }

    /** When the run asked for its device: one whose worker was lost had it, so that it keeps its place in the queue. */
    private Instant asked(RunRecord before) {
        if (before.restarts() > 0) {
            return before.created();
        }
        return before.state() == RunState.QUEUED ? before.since() : context.clock().instant();
    }

    private void takeOver(RunJournal journal) {
        RunRecord record = journal.record();
        RunState state = record.state();
        if (!state.live() && !state.resumable()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The run is complete, so there is nothing to train.",
                    folder.path(), "Start the experiment again for another run.");
        }
        journal.update(before -> before.withProcess(RunProcess.current()));
        if (state.live() && state != RunState.QUEUED) {
            journal.state(RunState.LOST, "The worker before ended without a word.");
        }
        journal.state(RunState.STARTING, "");
    }

    private void fail(RunJournal journal, Throwable thrown) {
        LOG.error("the run failed", LoggedFailure.of(thrown));
        Failure failure = Failure.ofTraining(thrown);
        journal.event(
                new Notice(context.clock().instant(), Severity.ERROR, failure.code(), failure.message()));
        journal.state(RunState.FAILED, failure.message());
    }
}
