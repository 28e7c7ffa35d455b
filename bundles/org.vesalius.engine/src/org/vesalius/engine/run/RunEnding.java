// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.event.EventLogWriter;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunLock;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;

/**
 * Decides what becomes of a run whose worker process is gone. A run that ended keeps its end. One whose worker was lost
 * goes back into the queue, twice at most since the user started or resumed it, and in one step, so that nobody sees it
 * lost in between. Otherwise the end is recorded that the worker could not record itself: LOST when it had taken the
 * run over, FAILED when it never came so far. The lock of the run is held meanwhile: of several processes that look
 * after it one decides.
 */
final class RunEnding {

    private static final int MOST_RESTARTS = 2;
    private static final System.Logger LOG = System.getLogger(RunEnding.class.getName());

    private final Clock clock;

    RunEnding(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Decides.
     *
     * @param pid      the worker process, gone by now
     * @param exitCode its exit code, known only to the process that started it
     * @throws ReportedException when the run folder can't be read or written
     */
    Aftermath of(RunFolder folder, long pid, OptionalInt exitCode) {
        try (RunLock lock = RunLock.take(folder)) {
            RunRecord record = new RunRecordFile(folder).read();
            if (!record.state().live()) {
                return new Aftermath.Ended(new RunEnd(record.state(), record.message()));
            }
            return takenByAnother(record, pid, exitCode) ? new Aftermath.Elsewhere()
                    : decide(folder, record, pid, exitCode);
        } catch (ReportedException e) {
            if (e.kind() == ErrorKind.BUSY) {
                return new Aftermath.Elsewhere();
            }
            throw e;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private Aftermath decide(RunFolder folder, RunRecord record, long pid, OptionalInt exitCode) throws IOException {
        WorkerLoss loss = WorkerLoss.of(folder, pid, exitCode);
        boolean wanted = !new RunControl(folder).command().ends();
        boolean takenOver = record.process().pid() == pid;
        if (loss.restarts(takenOver) && wanted && record.restarts() < MOST_RESTARTS) {
            again(folder, record, loss.explanation());
            return new Aftermath.Again();
        }
        RunState state = takenOver ? RunState.LOST : RunState.FAILED;
        String explanation = loss.explanation() + (record.restarts() == 0 ? ""
                : " It had been started again " + times(record.restarts()) + " before.");
        new RunRecordFile(folder).write(record.withState(state, explanation, clock.instant()));
        return new Aftermath.Ended(new RunEnd(state, explanation));
    }

    private void again(RunFolder folder, RunRecord record, String explanation) throws IOException {
        int restarts = record.restarts() + 1;
        Instant now = clock.instant();
        new RunRecordFile(folder).write(record.requeued(explanation, restarts, now));
        tell(folder, List.of(new StateChanged(now, RunState.QUEUED, ""),
                new Notice(now, Severity.WARNING, Notice.WORKER_RESTARTED, explanation + " It is started again from "
                        + (hasCheckpoint(folder) ? "its last checkpoint" : "the beginning") + " (restart " + restarts
                        + " of " + MOST_RESTARTS + ").")));
    }

    private static void tell(RunFolder folder, List<RunEvent> events) {
        try (EventLogWriter log = new EventLogWriter(folder.events())) {
            for (RunEvent event : events) {
                log.append(event);
            }
        } catch (IOException e) {
            // the run goes on without the words
            LOG.log(System.Logger.Level.ERROR, "The restart of a worker can't be told in the events of its run",
                    LoggedFailure.of(e));
        }
    }

    private static boolean hasCheckpoint(RunFolder folder) throws IOException {
        if (!Files.isDirectory(folder.checkpoints())) {
            return false;
        }
        try (Stream<Path> children = Files.list(folder.checkpoints())) {
            return children.anyMatch(child -> !child.getFileName().toString().startsWith("."));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean takenByAnother(RunRecord record, long pid, OptionalInt exitCode) {
        long holder = record.process().pid();
        if (exitCode.isEmpty()) {
            return holder != pid || record.process().handle().isPresent();
        }
        // until its worker takes it over, the process that prepared a run answers for it
        return holder != pid && holder != ProcessHandle.current().pid();
    }

    private static String times(int count) {
        return count == 1 ? "once" : "twice";
    }

    private static ReportedException unwritable(RunFolder folder, IOException cause) {
        return new ReportedException(ErrorKind.ENVIRONMENT, "The run folder can't be written.", folder.path(),
                "Check the permissions of the folder and the space on its disk.", cause);
    }
}
