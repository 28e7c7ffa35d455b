// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.weights.WeightsFile;

/** Finds the networks and data sets of a project, as paths that start from the folder of an experiment. */
public final class SourceFinder {

    private static final String NETWORK = ".network";
    private static final String WEIGHTS = "." + WeightsFile.EXTENSION;

    private final IFile experiment;
    private final List<String> networks = new ArrayList<>();
    private final List<String> datasets = new ArrayList<>();
    private final List<String> weights = new ArrayList<>();

    /**
     * Looks through the project of an experiment.
     *
     * @throws CoreException when the project can't be read
     */
    public SourceFinder(IFile experiment) throws CoreException {
        this.experiment = experiment;
        experiment.getProject().accept(this::visit, IResource.NONE);
    }

    private boolean visit(IResourceProxy proxy) {
        if (proxy.getType() == IResource.FILE && proxy.getName().endsWith(NETWORK)) {
            networks.add(relative(proxy.requestFullPath()));
        }
        if (proxy.getType() == IResource.FILE && proxy.getName().endsWith(WEIGHTS)) {
            weights.add(relative(proxy.requestFullPath()));
        }
        if (proxy.getType() == IResource.FILE && proxy.getName().equals(DatasetFiles.MANIFEST)) {
            datasets.add(relative(proxy.requestFullPath().removeLastSegments(1)));
        }
        return proxy.getType() != IResource.FOLDER || !proxy.getName().equals(RunFolder.RUNS);
    }

    private String relative(IPath path) {
        String relative = path.makeRelativeTo(experiment.getParent().getFullPath()).toPortableString();
        return relative.isEmpty() ? "." : relative;
    }

    /** Returns the network files. */
    public List<String> networks() {
        return List.copyOf(networks);
    }

    /** Returns the files of weights, but for those in runs. */
    public List<String> weights() {
        return List.copyOf(weights);
    }

    /** Returns the folders of data sets. */
    public List<String> datasets() {
        return List.copyOf(datasets);
    }
}
