// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Variation;
import org.vesalius.network.block.VariationValue;
import org.vesalius.network.graph.LayerIds;

/** Unrolls a block: its own contents for the first repetition, copies with new ids for the others. */
final class Repetitions {
    private final Block block;
    private final int count;

    Repetitions(Block block) {
        this.block = block;
        this.count = Math.max(1, block.getRepeat());
    }

    /** All repetitions, placed below each other where the block stood, with the values that the block varies. */
    List<Contents> unrolled() {
        int height = block.getLayers().stream().mapToInt(Layer::getY).max().orElse(0);
        LayerIds ids = LayerIds.of(EcoreUtil.getRootContainer(block));
        List<Block> copies = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            copies.add(copy(ids));
        }
        copies.add(0, block);
        List<Contents> contents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Block repetition = copies.get(i);
            fixValues(repetition, i);
            place(repetition, i * height);
            contents.add(new Contents(repetition.getLayers(), repetition.getConnections()));
        }
        return contents;
    }

    private Block copy(LayerIds ids) {
        EcoreUtil.Copier copier = new EcoreUtil.Copier();
        Block copy = (Block) copier.copy(block);
        copier.copyReferences();
        ids.reassign(copy);
        for (EObject around = block.eContainer(); around != null; around = around.eContainer()) {
            if (around instanceof Block outer) {
                varyToo(outer, copier);
            }
        }
        return copy;
    }

    /** What a block further out varies inside this one, it varies in the copy, too. */
    private static void varyToo(Block outer, EcoreUtil.Copier copier) {
        for (Variation variation : List.copyOf(outer.getVariations())) {
            if (copier.get(variation.getLayer()) instanceof Layer layer) {
                Variation added = EcoreUtil.copy(variation);
                added.setLayer(layer);
                outer.getVariations().add(added);
            }
        }
    }

    private void fixValues(Block repetition, int index) {
        for (Variation variation : repetition.getVariations()) {
            VariationValue.of(variation, index, count)
                    .ifPresent(value -> variation.getLayer().eSet(value.attribute(), value.value()));
        }
    }

    private void place(Block repetition, int down) {
        for (Layer layer : repetition.getLayers()) {
            layer.setX(layer.getX() - Inside.LEFT + block.getX());
            layer.setY(layer.getY() - Inside.TOP + block.getY() + down);
        }
    }
}
