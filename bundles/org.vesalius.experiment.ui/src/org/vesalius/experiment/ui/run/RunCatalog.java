// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.engine.run.RunListing;
import org.vesalius.engine.run.RunService;
import org.vesalius.engine.run.RunSummary;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunStatus;

/** Finds the runs of all experiments in the workspace, whichever program started them. */
public final class RunCatalog {

    private static final String EXPERIMENT = ".experiment";

    private final IWorkspaceRoot workspace;
    private final RunService service;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Creates the catalogue of a workspace. */
    public RunCatalog(IWorkspaceRoot workspace, RunService service) {
        this.workspace = workspace;
        this.service = service;
    }

    /** Returns the runs, newest first; reads files, so not for the UI thread. */
    public List<RunSummary> find() {
        List<RunSummary> found = new ArrayList<>();
        for (Path folder : runsFolders()) {
            found.addAll(find(folder));
        }
        found.sort(Comparator.comparing((RunSummary run) -> run.status().record().created()).reversed());
        return found;
    }

    /** Returns a run that may lie anywhere; empty when it can't be read. */
    public Optional<RunSummary> look(RunFolder folder) {
        try {
            return Optional.of(new RunSummary(folder, RunStatus.of(folder)));
        } catch (ReportedException e) {
            logDamage(e);
            return Optional.empty();
        }
    }

    private List<RunSummary> find(Path folder) {
        try {
            RunListing listing = service.find(folder);
            listing.damaged().forEach(this::logDamage);
            listing.runs().stream().filter(run -> run.status().state().live()).forEach(this::lookAfter);
            return listing.runs();
        } catch (ReportedException e) {
            logDamage(e);
            return List.of();
        }
    }

    /** From now on the workbench starts the worker again should it be lost, as the program would that started it. */
    private void lookAfter(RunSummary run) {
        try {
            service.attach(run.folder());
        } catch (ReportedException e) {
            logDamage(e);
        }
    }

    /** Each damaged folder is named once: it is met again whenever the list of runs is opened. */
    private void logDamage(ReportedException damage) {
        if (told.add(damage.where().map(Path::toString).orElse(damage.getMessage()))) {
            ILog.of(RunCatalog.class).warn("A run is not shown: " + damage.getMessage(), LoggedFailure.of(damage));
        }
    }

    /** Runs lie beside their experiment. */
    private Set<Path> runsFolders() {
        Set<Path> folders = new LinkedHashSet<>();
        try {
            workspace.accept(proxy -> collect(proxy, folders), IResource.NONE);
        } catch (CoreException e) {
            ILog.of(RunCatalog.class).error("The files of a project can't be looked at", LoggedFailure.of(e));
        }
        return folders;
    }

    private static boolean collect(IResourceProxy proxy, Set<Path> folders) {
        if (proxy.getType() == IResource.FILE && proxy.getName().endsWith(EXPERIMENT)) {
            IPath location = proxy.requestResource().getParent().getLocation();
            if (location != null) {
                folders.add(location.append(RunFolder.RUNS).toPath());
            }
        }
        return proxy.getType() != IResource.FOLDER || !proxy.getName().equals(RunFolder.RUNS);
    }
}
