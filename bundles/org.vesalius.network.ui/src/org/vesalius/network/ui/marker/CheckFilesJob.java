// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.marker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.ui.analysis.NetworkInProject;
import org.vesalius.network.ui.catalog.LayerTypes;

/** Checks networks as they are on disk, one after the other, and shows their problems as markers. */
public final class CheckFilesJob extends Job {
    private final LayerTypes types;
    private final Queue<IFile> waiting = new ConcurrentLinkedQueue<>();

    /**
     * Creates the job; it runs whenever there is something to check.
     *
     * @param types the layer types that networks are made of
     */
    public CheckFilesJob(LayerTypes types) {
        super("Check networks");
        this.types = Objects.requireNonNull(types);
        setSystem(true);
    }

    /**
     * Checks a file soon; to be called on any thread.
     *
     * @param file a network in the workspace
     */
    public void check(IFile file) {
        if (!waiting.contains(file)) {
            waiting.add(file);
        }
        schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        for (IFile file = waiting.poll(); file != null && !monitor.isCanceled(); file = waiting.poll()) {
            IFile checked = file;
            problems(file).ifPresent(markers -> new ProblemMarkers.Update(checked, markers).schedule());
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    /** Returns what the markers of a file are to say; empty where it is gone, or the check itself fails. */
    private Optional<List<Map<String, Object>>> problems(IFile file) {
        if (!file.isAccessible() || file.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path path = file.getLocation().toPath();
            Network network = types.files().load(path);
            NetworkInProject project = new NetworkInProject(types, path, Optional.of(file));
            return Optional.of(ProblemMarkers.describe(project.problems(network), network));
        } catch (ReportedException e) {
            return Optional.of(List.of(ProblemMarkers.describe(e.getMessage(), e.remedy())));
        } catch (RuntimeException e) {
            // Nobody asked for this check: a defect in it, or in a lab's layer, is for the log and no dialog.
            ILog.of(CheckFilesJob.class).error("A network could not be checked", LoggedFailure.of(e));
            return Optional.empty();
        }
    }
}
