// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.vesalius.core.LoggedFailure;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.NetworkUse;
import org.vesalius.experiment.io.OutsideFiles;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyzer;
import org.vesalius.network.check.ClassesCheck;
import org.vesalius.network.check.NetworkCheck;
import org.vesalius.network.check.NetworkChecks;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.ui.OutsidePermissions;

/**
 * The place of a network among other files: it is analysed with the blocks of its project, and for the experiment that
 * trains it. Reads files, so it is not for the UI thread.
 */
public final class NetworkInProject {
    private static final String RUNS = "runs";

    private final Path path;
    private final Optional<IFile> file;
    private Map<Path, Long> asked = Map.of();
    private Optional<NetworkUse> use = Optional.empty();

    /**
     * @param path where the network is on disk
     * @param file the same in the workspace; without it, no experiment is looked for
     */
    public NetworkInProject(Path path, Optional<IFile> file) {
        this.path = Objects.requireNonNull(path);
        this.file = Objects.requireNonNull(file);
    }

    /** Analyses the network as it is edited; it must not change meanwhile. */
    public NetworkAnalysis analyze(Network network) {
        List<NetworkCheck> checks = new ArrayList<>(NetworkChecks.all());
        use().ifPresent(found -> checks.add(new ClassesCheck(found.classes())));
        return new NetworkAnalyzer(LayerTypes.catalog(), checks).analyze(network, LayerTypes.blocks(path));
    }

    /** Returns what the first experiment that trains the network says of it; read again when experiments change. */
    public synchronized Optional<NetworkUse> use() {
        Map<Path, Long> experiments = experiments();
        if (!experiments.equals(asked)) {
            asked = experiments;
            use = NetworkUse.find(path, List.copyOf(experiments.keySet()), new WorkspacePermissions());
        }
        return use;
    }

    /** Returns the experiments of the project with the stamps of their content. */
    private Map<Path, Long> experiments() {
        Map<Path, Long> found = new LinkedHashMap<>();
        try {
            if (file.isPresent() && file.get().getProject().isOpen()) {
                file.get().getProject().accept(proxy -> collect(proxy, found), IResource.NONE);
            }
        } catch (CoreException e) {
            ILog.of(NetworkInProject.class).warn("The experiments of a project could not be looked for",
                    LoggedFailure.of(e));
        }
        return found;
    }

    /** The frozen experiments of runs are no longer what the user works on. */
    private static boolean collect(IResourceProxy proxy, Map<Path, Long> found) {
        boolean experiment = proxy.getName().endsWith("." + ExperimentFiles.EXTENSION);
        if (proxy.getType() == IResource.FILE && experiment && proxy.requestResource().getLocation() != null) {
            found.put(proxy.requestResource().getLocation().toPath(), proxy.getModificationStamp());
        }
        return proxy.getType() != IResource.FOLDER || !proxy.getName().equals(RUNS);
    }

    /** What the user of this workspace allowed projects to read outside. */
    private static final class WorkspacePermissions implements OutsideFiles {

        private final OutsidePermissions permissions = new OutsidePermissions();

        @Override
        public boolean allowed(Path project, Path place) {
            return permissions.allowed(project, place);
        }

        @Override
        public void allow(Path project, Path place) {
            permissions.allow(project, place);
        }
    }
}
