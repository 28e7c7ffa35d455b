// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.Variation;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.LayerInfo;

/** Gives attributes of copied layers the values that the blocks around them vary. The innermost block has the say. */
final class Variations {
    private static final String REPEAT = "repeat";
    private static final String RULE = "A variation calculates an attribute of a layer inside the block for each"
            + " repetition: i counts them from 0, n is their number, as in 64*2^i.";

    private final Scope scope;
    private final DistinctProblems problems;

    Variations(Scope scope, DistinctProblems problems) {
        this.scope = scope;
        this.problems = problems;
    }

    /** @param copies the copies that get the values, by what they were copied from */
    void applyTo(Map<EObject, EObject> copies) {
        for (Repetition repetition : scope.repetitions()) {
            for (Variation variation : repetition.block().getVariations()) {
                if (copies.get(variation.getLayer()) instanceof Layer copy) {
                    VariationValue.attribute(variation).ifPresent(
                            attribute -> value(variation, attribute, repetition).ifPresent(value -> copy.eSet(attribute, value)));
                }
            }
        }
    }

    /** How often a block is repeated, if a block around it varies that. */
    OptionalInt repeat(Layer block) {
        OptionalInt times = OptionalInt.empty();
        for (Repetition repetition : scope.repetitions()) {
            for (Variation variation : repetition.block().getVariations()) {
                if (variation.getLayer() == block && REPEAT.equals(variation.getAttribute())) {
                    Optional<Object> value = VariationValue.attribute(variation)
                            .flatMap(attribute -> value(variation, attribute, repetition));
                    times = value.isPresent() ? OptionalInt.of((Integer) value.get()) : times;
                }
            }
        }
        return times;
    }

    private Optional<Object> value(Variation variation, EAttribute attribute, Repetition repetition) {
        try {
            return Optional.of(VariationValue.value(variation, attribute, repetition.index(), repetition.count()));
        } catch (IllegalArgumentException e) {
            problems.add(problem(variation, attribute, repetition, e.getMessage()));
            return Optional.empty();
        }
    }

    private Problem problem(Variation variation, EAttribute attribute, Repetition repetition, String why) {
        Layer shown = scope.shownAt(repetition.block());
        String what = AttributeInfo.of(attribute).label() + " of " + LayerInfo.called(variation.getLayer());
        boolean calculated = why.startsWith("is ");
        String message = LayerInfo.called(shown) + " gives " + what + " the value " + variation.getExpression()
                + (calculated ? ", which in repetition " + (repetition.index() + 1) + " of " + repetition.count() + " "
                        + why : ", which can't be calculated: " + why)
                + ".";
        return Problem.error("network.variation", DistinctProblems.subject(shown), message, RULE,
                new RemoveElement("Remove the variation of " + what, variation));
    }
}
