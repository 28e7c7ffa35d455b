// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.IOException;
import java.time.Clock;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** Makes a run that ended before its time ready for a new worker, which goes on from the last checkpoint. */
public final class RunResumption {
    private final Clock clock;

    /** @param clock tells the time for the run record */
    public RunResumption(Clock clock) {
        this.clock = clock;
    }

    /**
     * Puts the run back into the queue, with this process answering for it until its worker does, and withdraws a wish
     * to pause or stop.
     *
     * @throws ReportedException if the run is live, is already complete, its files are no longer those it began with, or
     *         it can't be written
     */
    public void prepare(RunFolder folder) {
        RunStatus status = RunStatus.of(folder);
        refuse(folder, status.state());
        new RunIntegrity(folder).requireFiles(status.record().provenance());
        try {
            new RunControl(folder).wish(Wish.RUN);
            new RunRecordFile(folder).write(queued(status));
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The run can't be resumed: its folder can't be written.",
                    folder.path(), "Check the permissions of the folder and the space on its disk.", e);
        }
    }

    private RunRecord queued(RunStatus status) {
        RunRecord record = status.record();
        RunRecord ended = record.state().live() ? record.withState(RunState.LOST, status.message(), clock.instant())
                : record;
        return ended.withState(RunState.QUEUED, "", clock.instant()).withProcess(RunProcess.current());
    }

    private static void refuse(RunFolder folder, RunState state) {
        if (state.live()) {
            throw new ReportedException(ErrorKind.BUSY, "The run is live, so there is nothing to resume.",
                    folder.path(), "Wait for its end, or stop it first.");
        }
        if (!state.resumable()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The run is complete, so there is nothing to resume.",
                    folder.path(), "Start the experiment again for another run.");
        }
    }
}
