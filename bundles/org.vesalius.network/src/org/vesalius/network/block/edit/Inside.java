// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.LayerNames;

/** The inside of a block on the canvas: places are relative to the corner of the expanded block's figure. */
final class Inside {
    /** The first column: behind the margin. */
    static final int LEFT = 16;
    /** The first row: below title bar and margin. */
    static final int TOP = 44;

    private Inside() {
    }

    /** Adds a layer with an id and a free name close to the wanted one. */
    static void add(Block block, Layer layer, String name) {
        layer.setId(LayerIds.of(EcoreUtil.getRootContainer(block)).next());
        layer.setName(LayerNames.of(block).near(name));
        block.getLayers().add(layer);
    }
}
