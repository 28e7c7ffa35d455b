// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.network.Layer;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.Limits;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * Makes a calculated number the value of an attribute: whole numbers for counts, the same number for all directions of
 * a size, 0 and 1 for no and yes.
 */
final class VariedValue {
    /** A result counts as whole if it is this near; calculations like 10*1.1 are not exact in binary. */
    private static final double NEAR = 1e-9;

    private final EAttribute attribute;
    private final Class<?> type;

    VariedValue(EAttribute attribute) {
        this.attribute = attribute;
        this.type = attribute.getEAttributeType().getInstanceClass();
    }

    /** Whether attributes of this type can be calculated at all. */
    boolean supported() {
        return type == int.class || type == long.class || type == double.class || type == float.class
                || type == boolean.class || type == Size2D.class || type == Size3D.class;
    }

    /**
     * The value of the attribute.
     *
     * @param layer the layer that gets it
     * @throws IllegalArgumentException if the number is none that the attribute may have; the message says what it is
     *         and what it has to be
     */
    Object of(double number, Layer layer) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("is no finite number");
        }
        Object value = converted(number);
        if (!new Limits().allows(layer, attribute, value)) {
            throw new IllegalArgumentException("is " + text(number) + "; allowed is "
                    + AttributeInfo.of(attribute).allowed());
        }
        return value;
    }

    private Object converted(double number) {
        if (type == double.class) {
            return number;
        }
        if (type == float.class) {
            return (float) number;
        }
        int whole = whole(number);
        if (type == boolean.class) {
            return truth(whole);
        }
        return type == Size2D.class ? Size2D.square(whole) : type == Size3D.class ? new Size3D(whole, whole, whole)
                : type == long.class ? (Object) (long) whole : (Object) whole;
    }

    private static boolean truth(int whole) {
        if (whole != 0 && whole != 1) {
            throw new IllegalArgumentException("is " + whole + "; 0 stands for no, 1 for yes");
        }
        return whole == 1;
    }

    private static int whole(double number) {
        double rounded = Math.rint(number);
        if (Math.abs(number - rounded) > NEAR * Math.max(1, Math.abs(number))) {
            throw new IllegalArgumentException("is " + text(number) + ", which is no whole number");
        }
        if (Math.abs(rounded) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("is " + text(number) + ", which is too large");
        }
        return (int) rounded;
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number)
                : Double.toString(number);
    }
}
