// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Dataset;
import org.vesalius.experiment.check.CheckedData;
import org.vesalius.experiment.check.ExperimentChecks;
import org.vesalius.experiment.ui.run.MonitorProgress;

/**
 * Checks the data set of an experiment, which may take long: once when it is opened, and again when the data set itself
 * changed. Editing the experiment starts nothing. The job shows its progress and can be cancelled.
 */
final class DataChecksJob extends Job {

    private final ExperimentChecks checks;
    private final Runnable listener;
    private final AtomicReference<Dataset> wanted = new AtomicReference<>();
    private volatile Checked checked;

    /**
     * A data set that was checked.
     *
     * @param dataset the data set
     * @param found   what was found
     */
    private record Checked(Dataset dataset, CheckedData found) {
    }

    /** Creates the job of one editor; the listener is called, on any thread, when there is something new to tell. */
    DataChecksJob(ExperimentChecks checks, Runnable listener) {
        super("Check the data");
        this.checks = checks;
        this.listener = listener;
    }

    /** Returns what is wrong with a data set as far as it is known; what isn't is found out. */
    CheckedData found(Dataset dataset) {
        Checked known = checked;
        if (known != null && known.dataset().equals(dataset)) {
            return known.found();
        }
        Dataset before = wanted.getAndSet(dataset);
        if (!dataset.equals(before)) {
            cancel();
            schedule();
        }
        return CheckedData.of();
    }

    /** Forgets what was found: what was decided about the data set since may say otherwise. */
    void forget() {
        checked = null;
        wanted.set(null);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Dataset dataset = wanted.get();
        try {
            checked = new Checked(dataset, checks.checkData(dataset, new MonitorProgress(monitor)));
        } catch (CancellationException e) {
            if (dataset != wanted.get()) {
                // another data set took its place, and this job starts again for that
                return Status.CANCEL_STATUS;
            }
            checked = new Checked(dataset, CheckedData.of(Problem.advice("experiment.data-unchecked", "",
                    "The data set is not checked, since its check was cancelled.",
                    "It is checked when the training starts, and when the experiment is opened again.")));
        }
        listener.run();
        return Status.OK_STATUS;
    }
}
