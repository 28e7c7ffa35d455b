// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.graph.LayerIds;

/**
 * Puts a copy of a block in place of the reference to its file, so that changes of the file no longer matter. Layers
 * inside keep their ids where these are free; references inside lead to the same files as before.
 *
 * @param reference a reference in a network or block
 * @param found the block that it leads to
 */
public record CopyFromFile(BlockReference reference, BlockSource.Found found) {

    /** Carries the change out, and gives the block. */
    public Block apply() {
        Block copy = copy(found.block(), reference.getPath());
        if (reference.getRepeat() > 1) {
            copy.setRepeat(reference.getRepeat());
        }
        EObject root = EcoreUtil.getRootContainer(reference);
        LayerIds ids = LayerIds.of(root);
        Set<String> used = usedIn(root);
        for (Iterator<EObject> inside = copy.eAllContents(); inside.hasNext();) {
            if (inside.next() instanceof Layer layer && !used.add(layer.getId())) {
                layer.setId(ids.next());
            }
        }
        TakePlace.of(reference, copy);
        return copy;
    }

    /**
     * A copy of a block out of a file, in which references lead where they led.
     *
     * @param block the block of the file
     * @param path the path of the file, seen from the file that the copy is for
     */
    public static Block copy(Block block, String path) {
        Block copy = EcoreUtil.copy(block);
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        for (Iterator<EObject> inside = copy.eAllContents(); inside.hasNext();) {
            if (inside.next() instanceof BlockReference nested && nested.getPath() != null) {
                nested.setPath(RelativePath.normal(folder + nested.getPath()));
            }
        }
        return copy;
    }

    private static Set<String> usedIn(EObject root) {
        Set<String> used = new HashSet<>();
        for (Iterator<EObject> all = EcoreUtil.getAllContents(Set.of(root)); all.hasNext();) {
            if (all.next() instanceof Layer layer) {
                used.add(layer.getId());
            }
        }
        return used;
    }
}
