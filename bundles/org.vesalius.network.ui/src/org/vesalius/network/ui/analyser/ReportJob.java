// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;

/** Turns an analysis into what the view shows, off the UI thread. */
final class ReportJob extends Job {
    private final AnalysisSnapshot snapshot;
    private final AnalyserReport before;
    private final OptionalInt batch;
    private final Executor uiThread;
    private final Consumer<AnalyserReport> result;

    /**
     * @param before the report that is shown
     * @param batch the batch that the user chose
     */
    ReportJob(AnalysisSnapshot snapshot, AnalyserReport before, OptionalInt batch, Executor uiThread,
            Consumer<AnalyserReport> result) {
        super("Show analysis");
        this.snapshot = Objects.requireNonNull(snapshot);
        this.before = Objects.requireNonNull(before);
        this.batch = Objects.requireNonNull(batch);
        this.uiThread = Objects.requireNonNull(uiThread);
        this.result = Objects.requireNonNull(result);
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        if (snapshot.total().isEmpty()) {
            return Status.OK_STATUS;
        }
        Training found = Training.of(snapshot.uses());
        Training training = batch.isPresent() ? found.withBatch(batch.getAsInt()) : found;
        AnalyserReport report = AnalyserReport.of(snapshot, snapshot.total().get(), training, before);
        if (monitor.isCanceled()) {
            return Status.CANCEL_STATUS;
        }
        uiThread.execute(() -> result.accept(report));
        return Status.OK_STATUS;
    }
}
