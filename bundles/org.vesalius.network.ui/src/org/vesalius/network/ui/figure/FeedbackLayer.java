// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.geometry.Rectangle;

/** A layer for what is about to happen. It never widens the canvas, so that a drag causes no new layout. */
public final class FeedbackLayer extends FreeformLayer {
    private static final Rectangle NOWHERE = new Rectangle();

    /** Makes the layer; the mouse does not see it. */
    public FeedbackLayer() {
        setEnabled(false);
    }

    @Override
    public Rectangle getFreeformExtent() {
        return NOWHERE.getCopy();
    }
}
