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
    private final AtomicReference<Wanted> wanted = new AtomicReference<>();
    private volatile Checked checked;

    /**
     * A data set that was checked.
     *
     * @param dataset the data set
     * @param found   what was found
     */
    private record Checked(Dataset dataset, CheckedData found) {
    }

    /** A data set to be checked; asked for anew, it is another. */
    private static final class Wanted {
        private final Dataset dataset;

        Wanted(Dataset dataset) {
            this.dataset = dataset;
        }
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
        Wanted before = wanted.get();
        if (before == null || !dataset.equals(before.dataset)) {
            wanted.set(new Wanted(dataset));
            cancel();
            schedule();
        }
        return CheckedData.of();
    }

    /** Forgets what was found: what was decided about the data set since may say otherwise. */
    void forget() {
        cancel();
        synchronized (wanted) {
            checked = null;
            wanted.set(null);
        }
    }

    /** What is found for a data set that was forgotten, or replaced, meanwhile is out of date. */
    private boolean keep(Wanted asked, CheckedData found) {
        synchronized (wanted) {
            if (asked != wanted.get()) {
                return false;
            }
            checked = new Checked(asked.dataset, found);
            return true;
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Wanted asked = wanted.get();
        if (asked == null) {
            return Status.CANCEL_STATUS;
        }
        CheckedData found;
        try {
            found = checks.checkData(asked.dataset, new MonitorProgress(monitor));
        } catch (CancellationException e) {
            found = CheckedData.of(Problem.advice("experiment.data-unchecked", "",
                    "The data set is not checked, since its check was cancelled.",
                    "It is checked when the training starts, and when the experiment is opened again."));
        }
        if (!keep(asked, found)) {
            return Status.CANCEL_STATUS;
        }
        listener.run();
        return Status.OK_STATUS;
    }
}
