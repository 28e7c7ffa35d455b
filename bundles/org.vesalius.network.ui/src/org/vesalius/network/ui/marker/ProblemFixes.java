// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.marker;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

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
