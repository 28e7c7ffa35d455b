// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.change.ChangeDescription;

/** Works out what a fix changes, off the UI thread. */
final class FixJob extends Job {
    private final Supplier<Optional<ChangeDescription>> search;
    private final Consumer<ChangeDescription> found;

    FixJob(Supplier<Optional<ChangeDescription>> search, String label, Consumer<ChangeDescription> found) {
        super("Fix: " + label);
        this.search = Objects.requireNonNull(search);
        this.found = Objects.requireNonNull(found);
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        search.get().filter(change -> !monitor.isCanceled()).ifPresent(found);
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }
}
