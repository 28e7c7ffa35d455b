// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.shape.AxisOrder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * The values of one attribute as people type and read them, within the limits annotated in the metamodel: numbers,
 * sizes such as 3×3, shapes such as 128×128×3, or text.
 */
public final class AttributeText {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(\\s*[x×,]\\s*\\d+)*");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?[eE]\\+?\\d+|\\d{300,}");
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e9;
    private static final Map<Class<?>, String> EXAMPLES = Map.of(Size2D.class, "a size such as 3×3",
            Size3D.class, "a size such as 3×3×3", Shape.class, "a shape such as 128×128×3",
            AxisOrder.class, "an order of axes such as 2,1");

    private final EAttribute attribute;
    private final Class<?> type;
    private final Limited limits;

    /** Creates it for an attribute of a type that is typed rather than chosen. */
    public AttributeText(EAttribute attribute) {
        this.attribute = attribute;
        this.type = attribute.getEAttributeType().getInstanceClass();
        this.limits = Limited.of(attribute);
    }

    /** Whether the attribute holds text, in which everything is allowed. */
    public boolean isText() {
        return type == String.class;
    }

    /** Says what is wrong with what was typed, as in "must be at least 1"; empty where nothing is. */
    public Optional<String> fault(String typed) {
        try {
            return limits.allows(read(typed)) ? Optional.empty() : Optional.of("must be " + limits.info().allowed());
        } catch (IllegalArgumentException e) {
            String text = typed.strip();
            if (isTooLarge(text)) {
                return Optional.of("must be " + (limits.info().max().isPresent() ? limits.info().allowed()
                        : "at most " + (type == double.class ? Double.MAX_VALUE : Integer.MAX_VALUE)));
            }
            return Optional.of(text.isEmpty() ? "enter " + expected() : "\"" + text + "\" is not " + expected());
        }
    }

    /** Tells whether digits make a number that no value of the type can be. */
    private boolean isTooLarge(String text) {
        return type == double.class ? NUMBER.matcher(text).matches()
                : WHOLE.matcher(text).matches() && DIGITS.matcher(text).results().map(MatchResult::group).map(BigInteger::new)
                        .anyMatch(number -> number.bitLength() >= Integer.SIZE);
    }

    /**
     * Reads what was typed. Text is taken as it is, of anything else without the spaces around it.
     *
     * @throws IllegalArgumentException with the {@link #fault} if it is no value that the attribute may have
     */
    public Object parse(String typed) {
        Optional<String> fault = fault(typed);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
        return read(typed);
    }

    private Object read(String typed) {
        if (isText()) {
            return typed;
        }
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return type == double.class ? finite(text)
                : EcoreUtil.createFromString(attribute.getEAttributeType(), text.replace('×', 'x'));
    }

    /** Reads a decimal number; what else Java reads as one (1d, 0x1p3, NaN) is no number to people. */
    private static Double finite(String text) {
        double value = new BigDecimal(text).doubleValue();
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    private String expected() {
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        if (type == double.class || type == float.class) {
            return "a number";
        }
        return EXAMPLES.getOrDefault(type, "a valid value");
    }

    /** Writes a value for people: 0.001 rather than 1.0E-3, 10 rather than 10.0, 3×3; empty for null. */
    public static String format(Object value) {
        if (value instanceof Double number) {
            return plain(number);
        }
        if (value instanceof Shape shape) {
            return shape.display();
        }
        if (value instanceof Size2D size) {
            return size.display();
        }
        if (value instanceof Size3D size) {
            return size.display();
        }
        return value == null ? "" : value.toString();
    }

    private static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < PLAIN_TO) {
            return Long.toString((long) value);
        }
        boolean readable = Math.abs(value) >= PLAIN_FROM && Math.abs(value) < PLAIN_TO;
        return readable ? BigDecimal.valueOf(value).toPlainString()
                : Double.toString(value).replace(".0E", "e").replace("E", "e");
    }
}
