// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.marker;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.experiment.ui.editor.ExperimentEditor;
import org.vesalius.ui.thread.FileEditors;

/** Offers the fixes of a check as quick fixes of its marker; the editor carries them out, where they can be undone. */
public final class ExperimentFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return !marker.getAttribute(ExperimentChecker.FIXES, "").isEmpty();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return marker.getAttribute(ExperimentChecker.FIXES, "").lines().map(InEditor::new)
                .toArray(IMarkerResolution[]::new);
    }

    private record InEditor(String label) implements IMarkerResolution {

        @Override
        public String getLabel() {
            return label;
        }

        @Override
        public void run(IMarker marker) {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
            try {
                if (FileEditors.open(window.getActivePage(), (IFile) marker.getResource()) instanceof ExperimentEditor editor) {
                    editor.fix(marker.getAttribute(ExperimentChecker.CHECK, ""),
                            marker.getAttribute(ExperimentChecker.SUBJECT, ""), label);
                }
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        }
    }
}
