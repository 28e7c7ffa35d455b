// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.List;

import org.eclipse.gef.GraphicalEditPart;
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
}
