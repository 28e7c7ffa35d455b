// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.shape.Size2D;

/**
 * An attribute whose value lies outside the limits annotated in the metamodel, or is missing where there is a default.
 *
 * @param owner the object
 * @param attribute its attribute
 * @param value the value; null if missing
 * @param info label and limits
 */
public record LimitViolation(EObject owner, EAttribute attribute, Object value, AttributeInfo info) {

    /** All violations of one object, those of its contents not among them. */
    public static List<LimitViolation> of(EObject owner) {
        List<LimitViolation> found = new ArrayList<>();
        for (EAttribute attribute : owner.eClass().getEAllAttributes()) {
            AttributeInfo info = AttributeInfo.of(attribute);
            Object value = owner.eGet(attribute);
            boolean missing = value == null && attribute.getDefaultValue() != null;
            if (missing || numbers(value).anyMatch(number -> !within(number, info))) {
                found.add(new LimitViolation(owner, attribute, value, info));
            }
        }
        return found;
    }

    /** Whether an object or anything in it violates a limit. */
    public static boolean anyIn(EObject tree) {
        if (!of(tree).isEmpty()) {
            return true;
        }
        var contents = tree.eAllContents();
        while (contents.hasNext()) {
            if (!of(contents.next()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** For people: {@code at least 1}, {@code 0 to 0.99}. */
    public String allowed() {
        OptionalDouble min = info.min();
        OptionalDouble max = info.max();
        if (min.isPresent() && max.isPresent()) {
            return text(min.getAsDouble()) + " to " + text(max.getAsDouble());
        }
        return min.isPresent() ? "at least " + text(min.getAsDouble())
                : max.isPresent() ? "at most " + text(max.getAsDouble()) : "a value";
    }

    private static DoubleStream numbers(Object value) {
        if (value instanceof Size2D size) {
            return DoubleStream.of(size.height(), size.width());
        }
        return value instanceof Number number ? DoubleStream.of(number.doubleValue()) : DoubleStream.empty();
    }

    private static boolean within(double number, AttributeInfo info) {
        return number >= info.min().orElse(Double.NEGATIVE_INFINITY)
                && number <= info.max().orElse(Double.POSITIVE_INFINITY);
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number)
                : Double.toString(number);
    }
}
