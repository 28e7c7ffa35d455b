// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;

/** Puts one layer in the place of another: id, name, place on the canvas, connections, variations of blocks around. */
final class TakePlace {
    private TakePlace() {
    }

    static void of(Layer old, Layer added) {
        added.setId(old.getId());
        added.setName(old.getName());
        added.setX(old.getX());
        added.setY(old.getY());
        List.copyOf(old.getIncoming()).forEach(connection -> connection.setTarget(added));
        List.copyOf(old.getOutgoing()).forEach(connection -> connection.setSource(added));
        for (var around = old.eContainer(); around != null; around = around.eContainer()) {
            if (around instanceof Block block) {
                block.getVariations().stream().filter(variation -> variation.getLayer() == old)
                        .forEach(variation -> variation.setLayer(added));
                block.getVariations().removeIf(variation -> EcoreUtil.isAncestor(old, variation.getLayer()));
            }
        }
        EcoreUtil.replace(old, added);
    }
}
