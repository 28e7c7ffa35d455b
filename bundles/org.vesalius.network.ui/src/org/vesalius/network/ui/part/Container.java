// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.List;

import org.eclipse.gef.CompoundSnapToHelper;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.SnapToGeometry;
import org.eclipse.gef.SnapToGrid;
import org.eclipse.gef.SnapToHelper;
import org.vesalius.network.LayerGraph;

/** A part on which layers lie: the canvas as a whole, or a block that is expanded. */
public interface Container extends GraphicalEditPart {
    /** Returns the network or block whose layers these are. */
    LayerGraph inner();

    /** Lets a layer be shown by a new part, since it looks wholly different now. */
    void replace(LayerPart child);

    /** Returns the parts of the layers that lie here. */
    default List<LayerPart> layers() {
        return ModelPart.typed(getChildren(), LayerPart.class);
    }

    /** Lets layers be added, moved and snapped to each other here. */
    default void installPolicies(DesignContext context) {
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new CanvasPolicy(this, context));
        installEditPolicy(GuidesPolicy.ROLE, new GuidesPolicy(context));
    }

    /** What layers that are moved here snap to. */
    default SnapToHelper snap() {
        return new CompoundSnapToHelper(new SnapToHelper[] {new SnapToGeometry(this), new SnapToGrid(this)});
    }
}
