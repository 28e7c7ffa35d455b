// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Output;
import org.vesalius.network.Variation;
import org.vesalius.network.graph.Graphs;

/**
 * Whether a block of a file can stand where it is used. The checks of the network see the reference alone, so what they
 * would say of a drawn block is said here.
 */
final class Referable {
    private final Block block;

    Referable(Block block) {
        this.block = block;
    }

    /** What is wrong with it for so many inputs, behind the words "the file, which"; empty where nothing is. */
    Optional<String> fault(int inputs) {
        for (LayerGraph graph : Graphs.in(block)) {
            Optional<String> fault = fault((Block) graph);
            if (fault.isPresent()) {
                return fault;
            }
        }
        long wanted = count(block, BlockInput.class);
        return wanted == inputs ? Optional.empty()
                : Optional.of("takes " + wanted + (wanted == 1 ? " input" : " inputs") + " but gets " + inputs + ".");
    }

    private Optional<String> fault(Block part) {
        String where = part == block ? "" : " in its block '" + part.getName() + "'";
        long outputs = count(part, BlockOutput.class);
        if (outputs != 1) {
            return Optional.of("has " + (outputs == 0 ? "no" : outputs) + " Block output" + where
                    + " where one is needed.");
        }
        if (count(part, Input.class) + count(part, Output.class) > 0) {
            return Optional.of("holds an Input or Output of a network" + where + ".");
        }
        if (!wellNumbered(part)) {
            return Optional.of("has Block inputs" + where + " that are not numbered 0, 1, 2 and so on.");
        }
        boolean varied = part.getVariations().stream().allMatch(variation -> isUsable(part, variation));
        return varied ? Optional.empty() : Optional.of("varies something" + where + " that can't be varied.");
    }

    private static boolean wellNumbered(Block part) {
        long inputs = count(part, BlockInput.class);
        return part.getLayers().stream().filter(BlockInput.class::isInstance)
                .map(layer -> ((BlockInput) layer).getIndex())
                .filter(index -> index >= 0 && index < inputs).distinct().count() == inputs;
    }

    private static boolean isUsable(Block part, Variation variation) {
        return variation.getLayer() != null && EcoreUtil.isAncestor(part, variation.getLayer())
                && VariationValue.attribute(variation).isPresent();
    }

    private static long count(Block part, Class<? extends Layer> type) {
        return part.getLayers().stream().filter(type::isInstance).count();
    }
}
