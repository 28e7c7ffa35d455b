// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.marker;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Brings the markers of one file up to date, off the UI thread. */
public final class MarkerJob extends WorkspaceJob {
    private final IFile file;
    private final List<Map<String, Object>> markers;

    /** @param markers what the markers are to say, from {@link ProblemMarkers#describe} */
    public MarkerJob(IFile file, List<Map<String, Object>> markers) {
        super("Show problems");
        this.file = Objects.requireNonNull(file);
        this.markers = List.copyOf(markers);
        setSystem(true);
        IWorkspace workspace = file.getWorkspace();
        setRule(workspace.getRuleFactory().markerRule(file));
    }

    /** A file that was deleted meanwhile has no problems any more. */
    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        if (file.isAccessible()) {
            new ProblemMarkers(file).show(markers);
        }
        return Status.OK_STATUS;
    }
}
