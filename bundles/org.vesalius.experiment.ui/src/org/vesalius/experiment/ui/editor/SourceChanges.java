// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceDeltaVisitor;
import org.eclipse.core.runtime.CoreException;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.io.NetworkFiles;

/**
 * Looks through changes of the workspace for those that can change what an experiment means: its own file, networks and
 * data sets. Runs, markers and images change often and are none of them.
 */
final class SourceChanges implements IResourceDeltaVisitor {

    private static final Set<String> DATASET_FILES = Set.of(DatasetFiles.MANIFEST, DatasetFiles.SAMPLES);

    private final IFile experiment;
    private boolean found;

    private SourceChanges(IFile experiment) {
        this.experiment = experiment;
    }

    /**
     * Returns whether there is such a change.
     *
     * @throws CoreException when the changes can't be looked through
     */
    static boolean matter(IResourceDelta delta, IFile experiment) throws CoreException {
        SourceChanges changes = new SourceChanges(experiment);
        delta.accept(changes);
        return changes.found;
    }

    @Override
    public boolean visit(IResourceDelta delta) {
        IResource resource = delta.getResource();
        if (resource.getType() == IResource.FILE) {
            found |= isSource(resource) && isChanged(delta);
            return false;
        }
        return !found && (resource.getType() != IResource.FOLDER || !resource.getName().equals(RunFolder.RUNS));
    }

    private boolean isSource(IResource resource) {
        return resource.equals(experiment) || NetworkFiles.EXTENSION.equals(resource.getFileExtension())
                || DATASET_FILES.contains(resource.getName());
    }

    private static boolean isChanged(IResourceDelta delta) {
        return delta.getKind() != IResourceDelta.CHANGED
                || (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
    }
}
