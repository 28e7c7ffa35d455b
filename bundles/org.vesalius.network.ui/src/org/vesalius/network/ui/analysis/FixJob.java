// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.vesalius.network.analysis.NetworkAnalyzer;

/** Works out what a fix changes, off the UI thread. */
final class FixJob extends Job {
    private final FixedCopy copy;
    private final NetworkAnalyzer analyzer;
    private final WantedFix wanted;
    private final Consumer<ChangeDescription> found;

    FixJob(FixedCopy copy, NetworkAnalyzer analyzer, WantedFix wanted, Consumer<ChangeDescription> found) {
        super("Fix: " + wanted.label());
        this.copy = Objects.requireNonNull(copy);
        this.analyzer = Objects.requireNonNull(analyzer);
        this.wanted = Objects.requireNonNull(wanted);
        this.found = Objects.requireNonNull(found);
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        copy.change(analyzer, wanted).filter(change -> !monitor.isCanceled()).ifPresent(found);
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }
}
