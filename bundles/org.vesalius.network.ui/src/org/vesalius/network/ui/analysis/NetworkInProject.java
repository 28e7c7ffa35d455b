// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.osgi.service.prefs.BackingStoreException;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.OutsideFiles;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.NetworkUse;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.IncrementalAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.check.ClassesCheck;
import org.vesalius.network.check.NetworkCheck;
import org.vesalius.network.check.NetworkChecks;
import org.vesalius.network.io.BlockFiles;
import org.vesalius.network.io.ProjectBlocks;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.ui.OutsidePermissions;

/**
 * The place of a network among other files: it is analysed with the blocks of its project, and for the experiments
 * that train it. Reads files, so it is not for the UI thread.
 */
public final class NetworkInProject {

    private final LayerTypes types;
    private final Path path;
    private final Optional<IFile> file;
    private Map<Path, Long> asked = Map.of();
    private List<NetworkUse> uses = List.of();
    private Optional<Path> chosen = Optional.empty();
    private boolean lookedFor;
    private ProjectBlocks blocks;

    /**
     * @param types the layer types that networks are made of
     * @param path where the network is on disk
     * @param file the same in the workspace; without it, no experiment is looked for
     */
    public NetworkInProject(LayerTypes types, Path path, Optional<IFile> file) {
        this.types = Objects.requireNonNull(types);
        this.path = Objects.requireNonNull(path);
        this.file = Objects.requireNonNull(file);
    }

    /** Analyses the network as it is edited; it must not change meanwhile. */
    public NetworkAnalysis analyse(Network network) {
        return analyser().analyse(network, types.blocks(path));
    }

    /** Begins to analyse a network that will change, for what is known of its {@link #uses} now. */
    IncrementalAnalysis incremental(Network network) {
        return analyser().incremental(network);
    }

    private NetworkAnalyser analyser() {
        List<NetworkCheck> checks = new ArrayList<>(NetworkChecks.all());
        checks.add(new ClassesCheck(classes()));
        return new NetworkAnalyser(types.catalog(), checks);
    }

    /** Returns what the experiments want to tell apart. */
    List<ClassesCheck.Expected> classes() {
        return uses().stream().flatMap(use -> use.classes().stream()).toList();
    }

    /** Returns the blocks of the project as they are now; those that did not change are the same objects each time. */
    synchronized BlockSource blocks() {
        blocks = blocks == null ? types.blocks(path) : blocks.current();
        return blocks;
    }

    /** Leaves out the advice that was dismissed in this project. */
    List<Problem> remaining(List<Problem> problems) {
        return file.map(network -> new DismissedAdvice(network).remaining(problems)).orElse(problems);
    }

    /** Returns the problems of a network without the advice that was dismissed. */
    public List<Problem> problems(Network network) {
        return remaining(analyse(network).problems());
    }

    /** Dismisses an advice in this project. */
    void dismiss(Problem advice) throws BackingStoreException {
        if (file.isPresent()) {
            new DismissedAdvice(file.get()).dismiss(advice);
        }
    }

    /** Lets all advice be heard again. */
    void restoreAdvice() throws BackingStoreException {
        if (file.isPresent()) {
            new DismissedAdvice(file.get()).restore();
        }
    }

    /** Tells whether a change in the workspace is one of an experiment or block of the project. */
    boolean isConcerned(IResourceDelta change) {
        IResourceDelta own = file.map(network -> change.findMember(network.getProject().getFullPath())).orElse(null);
        boolean concerned = own != null && concernedIn(own);
        if (concerned) {
            lookAgain();
        }
        return concerned;
    }

    private synchronized void lookAgain() {
        lookedFor = false;
    }

    private static boolean concernedIn(IResourceDelta delta) {
        String extension = delta.getResource().getFileExtension();
        if (ExperimentFiles.EXTENSION.equals(extension) || BlockFiles.EXTENSION.equals(extension)) {
            return true;
        }
        return !delta.getResource().getName().equals(RunFolder.RUNS)
                && Arrays.stream(delta.getAffectedChildren()).anyMatch(NetworkInProject::concernedIn);
    }

    /** Puts an experiment in front of the others. */
    synchronized void choose(Path experiment) {
        chosen = Optional.of(experiment);
    }

    /**
     * Returns what the experiments that train the network say of it, the chosen one first. They are looked for again
     * when {@link #isConcerned} heard of a change, and read again when they did change: a project may hold many files.
     */
    public synchronized List<NetworkUse> uses() {
        if (!lookedFor) {
            lookedFor = true;
            look();
        }
        return uses.stream().sorted(Comparator.comparing(use -> !chosen.equals(Optional.of(use.experiment())))).toList();
    }

    private void look() {
        Map<Path, Long> experiments = experiments();
        if (!experiments.equals(asked)) {
            asked = experiments;
            uses = NetworkUse.all(path, List.copyOf(experiments.keySet()), new WorkspacePermissions());
        }
    }

    /** Returns the experiments of the project with the stamps of their content. */
    private Map<Path, Long> experiments() {
        Map<Path, Long> found = new TreeMap<>();
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
        return proxy.getType() != IResource.FOLDER || !proxy.getName().equals(RunFolder.RUNS);
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
