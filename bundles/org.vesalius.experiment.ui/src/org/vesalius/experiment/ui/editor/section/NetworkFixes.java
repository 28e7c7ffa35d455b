// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.section;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.Experiment;
import org.vesalius.ui.problem.ProblemList.Action;
import org.vesalius.ui.thread.FileEditors;

/**
 * The fixes of problems that the network of an experiment has. The designer carries them out, where they can be seen and
 * undone: the marker of the network file that tells the same leads there.
 *
 * @param file the experiment
 * @param experiment what it says
 */
record NetworkFixes(IFile file, Experiment experiment) {

    private static final String OF_EXPERIMENT = "experiment.";
    private static final String CHECK = "checkId";

    /** What can be done about a problem of the network. */
    Stream<Action> actions(Problem problem) {
        return problem.checkId().startsWith(OF_EXPERIMENT) ? Stream.empty()
                : problem.fixes().stream().map(fix -> new Action(fix.label(),
                        "Fix this in the designer; it can be undone there", () -> apply(problem, fix.label())));
    }

    private void apply(Problem problem, String label) {
        if (experiment.getNetwork() == null) {
            return;
        }
        IFile network = file.getParent().getFile(IPath.fromPortableString(experiment.getNetwork()));
        try {
            Optional<IMarker> marker = Stream.of(network.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO))
                    .filter(found -> problem.checkId().equals(found.getAttribute(CHECK, ""))
                            && resolution(found, label).isPresent())
                    .findFirst();
            if (marker.isPresent()) {
                resolution(marker.get(), label).ifPresent(resolution -> resolution.run(marker.get()));
            } else {
                open(network);
            }
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static Optional<IMarkerResolution> resolution(IMarker marker, String label) {
        return Stream.of(IDE.getMarkerHelpRegistry().getResolutions(marker))
                .filter(resolution -> label.equals(resolution.getLabel())).findFirst();
    }

    private static void open(IFile network) throws CoreException {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        FileEditors.open(page, network);
    }
}
