// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.network.Variation;

/**
 * What a variation gives in one repetition.
 *
 * @param attribute the attribute of its layer
 * @param value the value of the attribute
 */
public record VariationValue(EAttribute attribute, Object value) {

    /**
     * Calculates a variation.
     *
     * @param variation a variation
     * @param index the repetition, from 0
     * @param count how many there are
     * @return empty where it names no layer, nothing that can be varied, or gives no value that the attribute may have
     */
    public static Optional<VariationValue> of(Variation variation, int index, int count) {
        try {
            return attribute(variation)
                    .map(attribute -> new VariationValue(attribute, value(variation, attribute, index, count)));
        } catch (IllegalArgumentException e) {
            // the analysis tells what is wrong with it
            return Optional.empty();
        }
    }

    static Optional<EAttribute> attribute(Variation variation) {
        return Optional.ofNullable(variation.getLayer()).flatMap(
                layer -> VariableAttributes.named(layer.eClass(), variation.getAttribute()));
    }

    /** @throws IllegalArgumentException if it can't be calculated, or is no value that the attribute may have */
    static Object value(Variation variation, EAttribute attribute, int index, int count) {
        double number = Expression.parse(variation.getExpression()).at(index, count);
        return new VariedValue(attribute).of(number, variation.getLayer());
    }
}
