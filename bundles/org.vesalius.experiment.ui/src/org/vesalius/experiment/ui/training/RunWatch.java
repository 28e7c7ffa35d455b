// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.engine.run.RunMonitor;
import org.vesalius.engine.run.RunSnapshot;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;

/**
 * Follows one run through its folder and makes frames of it, at most ten a second, on a thread of its own. Whether the
 * run is going on, ended long ago or was started by another program makes no difference.
 */
final class RunWatch implements AutoCloseable {

    private final RunFolder folder;
    private final Consumer<RunWatch> listener;
    private final AtomicReference<TrainingFrame> newest = new AtomicReference<>();
    private final RunCurves curves = new RunCurves();
    private final RunMonitor monitor;

    /** The listener is called on the thread of the watch, and again only after the frame was taken. */
    RunWatch(RunFolder folder, Consumer<RunWatch> listener) {
        this.folder = folder;
        this.listener = listener;
        monitor = new RunMonitor(folder, this::changed);
    }

    RunFolder folder() {
        return folder;
    }

    /** Takes the newest frame; frames that come faster than they are taken replace one another. */
    Optional<TrainingFrame> take() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    void start() {
        monitor.start();
    }

    @Override
    public void close() {
        monitor.close();
    }

    private void changed(RunSnapshot snapshot, List<RunEvent> fresh) {
        Optional<RunRecord> record = record();
        record.ifPresent(known -> curves.plan(known.epochs()));
        fresh.forEach(curves::add);
        TrainingFrame frame = new TrainingFrame(folder, record, snapshot, curves.charts(),
                snapshot.state().live() ? Optional.empty() : results());
        if (newest.getAndSet(frame) == null) {
            listener.accept(this);
        }
    }

    private Optional<RunRecord> record() {
        try {
            return Optional.of(new RunRecordFile(folder).read());
        } catch (ReportedException e) {
            // the snapshot already says that the folder can't be read, and why
            return Optional.empty();
        }
    }

    private Optional<MeasuredResults> results() {
        try {
            return MeasuredResults.read(folder.evaluation());
        } catch (IOException e) {
            ILog.of(RunWatch.class).warn("The evaluation of run " + folder.name() + " can't be shown",
                    LoggedFailure.of(e));
            return Optional.empty();
        }
    }
}
