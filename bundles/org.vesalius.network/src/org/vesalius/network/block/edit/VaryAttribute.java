// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Variation;
import org.vesalius.network.block.Expression;
import org.vesalius.network.block.VariableAttributes;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.LayerInfo;

/**
 * Lets a block give an attribute of a layer inside it another value in each repetition.
 *
 * @param block the block
 * @param layer a layer inside it, at any depth
 * @param attribute an attribute of the layer
 * @param expression how the value is calculated, such as {@code 64*2^i}; blank for the drawn value in each repetition
 */
public record VaryAttribute(Block block, Layer layer, EAttribute attribute, String expression) {

    /** Why this can't be done, with what to do about it; empty if it can. */
    public Optional<String> refusal() {
        if (layer == block || !EcoreUtil.isAncestor(block, layer)) {
            return Optional.of(LayerInfo.called(layer) + " is not inside " + LayerInfo.called(block) + ".");
        }
        if (!VariableAttributes.of(layer.eClass()).contains(attribute)) {
            return Optional.of(AttributeInfo.of(attribute).label() + " can't be calculated; numbers and sizes can.");
        }
        try {
            if (!expression.isBlank()) {
                Expression.parse(expression);
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("'" + expression + "' can't be calculated: " + e.getMessage() + ".");
        }
    }

    /** How the value is calculated now, if it is. */
    public static Optional<String> expression(Block block, Layer layer, EAttribute attribute) {
        return find(block, layer, attribute).map(Variation::getExpression);
    }

    /**
     * Carries the change out.
     *
     * @throws IllegalStateException if there is a {@link #refusal}
     */
    public void apply() {
        refusal().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        Optional<Variation> present = find(block, layer, attribute);
        if (expression.isBlank()) {
            present.ifPresent(block.getVariations()::remove);
        } else {
            present.orElseGet(this::added).setExpression(expression.strip());
        }
    }

    private Variation added() {
        Variation variation = NetworkFactory.eINSTANCE.createVariation();
        variation.setLayer(layer);
        variation.setAttribute(attribute.getName());
        block.getVariations().add(variation);
        return variation;
    }

    private static Optional<Variation> find(Block block, Layer layer, EAttribute attribute) {
        return block.getVariations().stream().filter(variation -> variation.getLayer() == layer
                && attribute.getName().equals(variation.getAttribute())).findFirst();
    }
}
