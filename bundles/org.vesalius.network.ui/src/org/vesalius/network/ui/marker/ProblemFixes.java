// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.marker;

import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.vesalius.core.LoggedFailure;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.ui.thread.FileEditors;

/** Offers the fixes of a check as quick fixes of its marker. */
public final class ProblemFixes implements IMarkerResolutionGenerator2 {
    @Override
    public boolean hasResolutions(IMarker marker) {
        return fixes(marker).length > 0;
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return fixes(marker);
    }

    private static IMarkerResolution[] fixes(IMarker marker) {
        return marker.getAttribute(ProblemMarkers.FIXES, "").lines().map(ProblemFix::new)
                .toArray(IMarkerResolution[]::new);
    }
}

/** One fix of a marker's problem, carried out in the designer, where it can be seen and undone. */
final class ProblemFix implements IMarkerResolution {
    private final String label;

    ProblemFix(String label) {
        this.label = label;
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public void run(IMarker marker) {
        IWorkbenchPage page = page();
        try {
            if (page != null && FileEditors.open(page, (IFile) marker.getResource()) instanceof OpenDesign editor) {
                String check = marker.getAttribute(ProblemMarkers.CHECK, "");
                editor.fix(check, marker.getAttribute(ProblemMarkers.LAYER, ""), label);
            }
        } catch (PartInitException e) {
            ILog.of(ProblemFix.class).error("The network of a problem could not be opened", LoggedFailure.of(e));
        }
    }

    /** Returns the page to open editors in; a detached view is no workbench window, so there may be no active one. */
    private static IWorkbenchPage page() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        IWorkbenchWindow active = workbench.getActiveWorkbenchWindow();
        return Stream.concat(Stream.ofNullable(active), Stream.of(workbench.getWorkbenchWindows()))
                .map(IWorkbenchWindow::getActivePage).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
