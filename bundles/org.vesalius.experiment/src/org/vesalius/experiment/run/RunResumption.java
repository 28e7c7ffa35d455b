// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.RunStatus.Presence;

/** Makes a run that ended before its time ready for a new worker, which goes on from the last checkpoint. */
public final class RunResumption {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Clock clock;
    private final LongSupplier nanoseconds;
    private final Runnable pause;

    /** @param clock tells the time for the run record */
    public RunResumption(Clock clock) {
        this(clock, System::nanoTime, () -> LockSupport.parkNanos(PAUSE_NANOS));
    }

    RunResumption(Clock clock, LongSupplier nanoseconds, Runnable pause) {
        this.clock = clock;
        this.nanoseconds = nanoseconds;
        this.pause = pause;
    }

    /**
     * Puts the run back into the queue, with this process answering for it until its worker does, and withdraws a command
     * to pause or stop. Where its worker was on another machine, watches first for half a minute whether that lives.
     *
     * @throws ReportedException if the run is live, is already complete, its files are no longer those it began with,
     * or it can't be written
     */
    public void prepare(RunFolder folder) {
        RunStatus status = certain(folder, RunStatus.of(folder));
        refuse(folder, status.state());
        new RunIntegrity(folder).requireFiles(status.record().provenance());
        try (RunLock lock = RunLock.take(folder)) {
            RunRecordFile file = new RunRecordFile(folder);
            if (!file.read().equals(status.record())) {
                throw live(folder);
            }
            new RunControl(folder).send(RunCommand.RUN);
            file.write(status.record().requeued(status.message(), 0, clock.instant()));
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The run can't be resumed: its folder can't be written.",
                    folder.path(), "Check the permissions of the folder and the space on its disk.", e);
        }
    }

    private RunStatus certain(RunFolder folder, RunStatus status) {
        if (status.presence() != Presence.UNKNOWN
                || !new HeartbeatWatch(folder, nanoseconds).awaitSilence(pause)) {
            return status;
        }
        return status.as(RunState.LOST);
    }

    private static void refuse(RunFolder folder, RunState state) {
        if (state.live()) {
            throw live(folder);
        }
        if (!state.resumable()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The run is complete, so there is nothing to resume.",
                    folder.path(), "Start the experiment again for another run.");
        }
    }

    private static ReportedException live(RunFolder folder) {
        return new ReportedException(ErrorKind.BUSY, "The run is live, so there is nothing to resume.", folder.path(),
                "Wait for its end, or stop it first.");
    }
}
