// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.util.stream.DoubleStream;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * What the values of one attribute are held against.
 *
 * @param attribute the attribute
 * @param info its limits
 * @param required whether it must have a value: so it is where there is a default
 */
record Limited(EAttribute attribute, AttributeInfo info, boolean required) {

    static Limited of(EAttribute attribute) {
        return new Limited(attribute, AttributeInfo.of(attribute), attribute.getDefaultValue() != null);
    }

    /** Whether there are values that are not allowed. */
    boolean matters() {
        return required || info.min().isPresent() || info.max().isPresent();
    }

    boolean allows(Object value) {
        return value == null ? !required : numbers(value).allMatch(this::allows);
    }

    private boolean allows(double number) {
        return number >= info.min().orElse(Double.NEGATIVE_INFINITY)
                && number <= info.max().orElse(Double.POSITIVE_INFINITY);
    }

    private static DoubleStream numbers(Object value) {
        if (value instanceof Size2D size) {
            return DoubleStream.of(size.height(), size.width());
        }
        if (value instanceof Size3D size) {
            return DoubleStream.of(size.depth(), size.height(), size.width());
        }
        return value instanceof Number number ? DoubleStream.of(number.doubleValue()) : DoubleStream.empty();
    }
}
