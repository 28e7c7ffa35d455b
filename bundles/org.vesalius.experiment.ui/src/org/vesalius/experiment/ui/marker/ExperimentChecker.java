// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.marker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.check.ExperimentChecks;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.run.WorkspacePermissions;
import org.vesalius.network.io.NetworkFiles;

/**
 * Shows the problems of all experiments of the workspace in the Problems view: checks them when the workbench starts, and
 * those of a project again when one of its experiments, networks or data sets changed. Neither images nor what is frozen
 * in runs are looked at; problems of a network are told at its file.
 */
public final class ExperimentChecker implements IStartup, IResourceChangeListener {

    /** Type of the markers. */
    static final String TYPE = "org.vesalius.experiment.ui.problem";
    /** Attribute of a marker: the id of the check that found it. */
    static final String CHECK = "checkId";
    /** Attribute of a marker: what in the experiment it is about; may be empty. */
    static final String SUBJECT = "subject";
    /** Attribute of a marker: the labels of the fixes, one a line. */
    static final String FIXES = "fixes";

    private static final String EXPERIMENT = "experiment";
    private static final String OF_EXPERIMENT = "experiment.";
    private static final Set<String> DATASET_FILES = Set.of(DatasetFiles.MANIFEST, DatasetFiles.SAMPLES);

    private Checking checking;

    @Override
    public void earlyStartup() {
        checking = new Checking(ExperimentContext.of(PlatformUI.getWorkbench().getService(Installation.class))
                .guardedBy(new WorkspacePermissions(() -> {})));
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        checking.look(List.of(ResourcesPlugin.getWorkspace().getRoot().getProjects()));
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        List<IProject> changed = new ArrayList<>();
        try {
            event.getDelta().accept(delta -> visit(delta, changed));
        } catch (CoreException e) {
            ILog.of(ExperimentChecker.class).error("The files of a project can't be looked at", LoggedFailure.of(e));
        }
        if (!changed.isEmpty()) {
            checking.look(changed);
        }
    }

    private static boolean visit(IResourceDelta delta, List<IProject> changed) {
        IResource resource = delta.getResource();
        boolean touched = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
        if (resource.getType() == IResource.FILE && touched && matters(resource)) {
            changed.add(resource.getProject());
        }
        return !RunFolder.RUNS.equals(resource.getName());
    }

    private static boolean matters(IResource file) {
        return EXPERIMENT.equals(file.getFileExtension()) || NetworkFiles.EXTENSION.equals(file.getFileExtension())
                || DATASET_FILES.contains(file.getName());
    }

    /** Checks the experiments of projects, one after the other. */
    private static final class Checking extends WorkspaceJob {

        private static final long PAUSE_MILLIS = 300;

        private final Set<IProject> waiting = ConcurrentHashMap.newKeySet();
        private final ExperimentChecks checks;

        Checking(ExperimentContext context) {
            super("Check experiments");
            setSystem(true);
            checks = new ExperimentChecks(context);
        }

        void look(List<IProject> projects) {
            waiting.addAll(projects);
            schedule(PAUSE_MILLIS);
        }

        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            for (IProject project : List.copyOf(waiting)) {
                waiting.remove(project);
                if (project.isOpen() && !monitor.isCanceled()) {
                    check(project);
                }
            }
            return Status.OK_STATUS;
        }

        private void check(IProject project) throws CoreException {
            List<IFile> experiments = new ArrayList<>();
            project.accept(proxy -> collect(proxy, experiments), IResource.NONE);
            for (IFile experiment : experiments) {
                show(experiment, problems(experiment.getLocation().toPath()));
            }
        }

        private static boolean collect(IResourceProxy proxy, List<IFile> experiments) {
            boolean experiment = proxy.getType() == IResource.FILE && proxy.getName().endsWith("." + EXPERIMENT);
            if (experiment && proxy.requestResource().getLocation() != null) {
                experiments.add((IFile) proxy.requestResource());
            }
            return !proxy.getName().equals(RunFolder.RUNS);
        }

        private List<Problem> problems(Path file) {
            try {
                return checks.checkSettings(new ExperimentFiles().load(file), file).problems().stream()
                        .filter(problem -> problem.checkId().startsWith(OF_EXPERIMENT)).toList();
            } catch (ReportedException e) {
                return List.of(Problem.error("experiment.file", "", e.getMessage(), e.remedy()));
            }
        }

        /** Only markers that change are touched. */
        private static void show(IFile file, List<Problem> problems) throws CoreException {
            List<Map<String, Object>> missing = new ArrayList<>(problems.stream().map(Checking::attributes).toList());
            for (IMarker marker : file.findMarkers(TYPE, true, IResource.DEPTH_ZERO)) {
                if (!missing.remove(marker.getAttributes())) {
                    marker.delete();
                }
            }
            for (Map<String, Object> attributes : missing) {
                file.createMarker(TYPE, attributes);
            }
        }

        private static Map<String, Object> attributes(Problem problem) {
            return Map.of(IMarker.MESSAGE, problem.message(), IMarker.SEVERITY, severity(problem.severity()),
                    IMarker.LOCATION, problem.subject().isEmpty() ? EXPERIMENT : problem.subject(),
                    CHECK, problem.checkId(), SUBJECT, problem.subject(),
                    FIXES, problem.fixes().stream().map(Fix::label).collect(Collectors.joining("\n")));
        }

        private static int severity(Severity severity) {
            return switch (severity) {
                case ERROR -> IMarker.SEVERITY_ERROR;
                case WARNING -> IMarker.SEVERITY_WARNING;
                case ADVICE -> IMarker.SEVERITY_INFO;
            };
        }
    }
}
