// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Variation;
import org.vesalius.network.block.VariableAttributes;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.meta.LayerInfo;

/** Variations name a layer inside their block, and an attribute of it that can be calculated. */
final class VariationCheck implements NetworkCheck {
    private static final String WHY = "A variation calculates an attribute of a layer inside the block for each"
            + " repetition.";

    @Override
    public List<Problem> check(CheckedNetwork network) {
        return network.drawn(this, layer -> layer instanceof Block block ? problems(block) : List.of());
    }

    private static List<Problem> problems(Block block) {
        List<Problem> problems = new ArrayList<>();
        block.getVariations().forEach(variation -> fault(block, variation)
                .ifPresent(fault -> problems.add(problem(block, variation, fault))));
        return problems;
    }

    private static Optional<String> fault(Block block, Variation variation) {
        Layer layer = variation.getLayer();
        if (layer == null || layer == block || !EcoreUtil.isAncestor(block, layer)) {
            return Optional.of("a layer that is not inside it");
        }
        String attribute = variation.getAttribute();
        if (attribute != null && VariableAttributes.named(layer.eClass(), attribute).isPresent()) {
            return Optional.empty();
        }
        String possible = VariableAttributes.of(layer.eClass()).stream().map(EAttribute::getName)
                .collect(Collectors.joining(", "));
        return Optional.of((attribute == null ? "no attribute" : "'" + attribute + "'") + " of "
                + LayerInfo.called(layer) + (possible.isEmpty() ? ", which has nothing to vary"
                        : "; possible are " + possible));
    }

    private static Problem problem(Block block, Variation variation, String fault) {
        return Problem.error("network.variation", CheckedNetwork.subject(block),
                LayerInfo.called(block) + " varies " + fault + ".", WHY,
                new RemoveElement("Remove this variation", variation));
    }
}
