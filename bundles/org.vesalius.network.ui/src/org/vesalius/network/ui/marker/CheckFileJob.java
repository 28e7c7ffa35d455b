// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.marker;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.ui.catalog.LayerTypes;

/** Checks a network as it is on disk and shows its problems as markers. */
public final class CheckFileJob extends Job {
    private final IFile file;

    /** @param file a network in the workspace */
    public CheckFileJob(IFile file) {
        super("Check " + file.getName());
        this.file = Objects.requireNonNull(file);
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        if (file.isAccessible() && file.getLocation() != null) {
            new MarkerJob(file, check()).schedule();
        }
        return Status.OK_STATUS;
    }

    private List<Map<String, Object>> check() {
        try {
            Network network = LayerTypes.files().load(file.getLocation().toPath());
            return ProblemMarkers.describe(
                    LayerTypes.analyzer().analyze(network).problems(), network);
        } catch (ReportedException e) {
            return List.of(ProblemMarkers.describe(e.getMessage(), e.remedy()));
        }
    }
}
