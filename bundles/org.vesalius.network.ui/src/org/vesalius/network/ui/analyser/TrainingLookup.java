// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.NetworkUse;

/** Looks in a project for the experiment that trains a network. Reads files, so it is not for the UI thread. */
final class TrainingLookup {
    private static final String RUNS = "runs";

    private TrainingLookup() {
    }

    /** Returns what the first experiment that names the network says of its training; the usual where there is none. */
    static Training of(IFile network) {
        return experiments(network.getProject()).stream().map(file -> training(file, network))
                .flatMap(Optional::stream).findFirst().orElseGet(Training::usual);
    }

    /** The frozen experiments of runs are no longer what the user works on. */
    private static List<IFile> experiments(IProject project) {
        List<IFile> found = new ArrayList<>();
        try {
            project.accept(proxy -> collect(proxy, found), IResource.NONE);
        } catch (CoreException e) {
            ILog.of(TrainingLookup.class).warn("The experiments of a project could not be looked for", e);
        }
        return found;
    }

    private static boolean collect(IResourceProxy proxy, List<IFile> found) {
        if (proxy.getType() == IResource.FILE && proxy.getName().endsWith("." + ExperimentFiles.EXTENSION)) {
            found.add((IFile) proxy.requestResource());
        }
        return proxy.getType() != IResource.FOLDER || !proxy.getName().equals(RUNS);
    }

    private static Optional<Training> training(IFile experiment, IFile network) {
        if (experiment.getLocation() == null || network.getLocation() == null) {
            return Optional.empty();
        }
        Path path = experiment.getLocation().toPath();
        return NetworkUse.find(network.getLocation().toPath(), List.of(path))
                .map(use -> new Training(use.scale(), "as in " + experiment.getName()));
    }
}
