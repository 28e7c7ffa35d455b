// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.emf.ecore.EAttribute;

/**
 * What the metamodel says about an attribute, from the annotation {@code http://vesalius.org/attribute} and its
 * documentation. An attribute of a plug-in without annotations gets useful answers too.
 *
 * @param label what people call it
 * @param min the smallest value allowed, if bounded; of a size, for height and width alike
 * @param max the largest value allowed, if bounded
 * @param unit what it is counted in, or empty; empty too where the label says so already
 * @param zero what 0 stands for where it is no quantity, such as "all cores"; else empty
 * @param documentation what it does and how to choose it; may be empty
 * @param choices the texts to choose from, where a text is one of several; else empty
 */
public record AttributeInfo(String label, OptionalDouble min, OptionalDouble max, String unit, String zero,
        String documentation, List<String> choices) {

    /**
     * Reads the annotations of an attribute.
     *
     * @throws IllegalArgumentException if min or max is annotated with something else than a number
     */
    public static AttributeInfo of(EAttribute attribute) {
        String label = Annotations.read(attribute, Annotations.ATTRIBUTE, "label")
                .orElseGet(() -> Annotations.spelledOut(attribute.getName()));
        return new AttributeInfo(label, limit(attribute, "min"), limit(attribute, "max"),
                Annotations.read(attribute, Annotations.ATTRIBUTE, "unit").filter(unit -> !unit.equalsIgnoreCase(label))
                        .orElse(""),
                Annotations.read(attribute, Annotations.ATTRIBUTE, "zero").orElse(""),
                Annotations.documentation(attribute),
                Annotations.read(attribute, Annotations.ATTRIBUTE, "choices").map(text -> List.of(text.split(" ")))
                        .orElse(List.of()));
    }

    /** The limits for people: {@code at least 1}, {@code 0 to 0.99}, {@code any value}. */
    public String allowed() {
        if (min.isPresent() && max.isPresent()) {
            return text(min.getAsDouble()) + " to " + text(max.getAsDouble());
        }
        if (min.isPresent()) {
            return "at least " + text(min.getAsDouble());
        }
        return max.isPresent() ? "at most " + text(max.getAsDouble()) : "any value";
    }

    private static String text(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }

    private static OptionalDouble limit(EAttribute attribute, String key) {
        return Annotations.read(attribute, Annotations.ATTRIBUTE, key).map(text -> number(attribute, key, text))
                .orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble number(EAttribute attribute, String key, String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(attribute.getEContainingClass().getName() + "." + attribute.getName()
                    + ": " + key + " is '" + text + "', which is no number", e);
        }
    }
}
