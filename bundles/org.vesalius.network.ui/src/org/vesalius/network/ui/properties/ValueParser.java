// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.stream.DoubleStream;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.shape.Size2D;

/** Turns what a user typed into a value of an attribute, or says what is wrong with it. */
final class ValueParser {
    private final EAttribute attribute;
    private final AttributeInfo info;

    ValueParser(EAttribute attribute) {
        this.attribute = attribute;
        this.info = AttributeInfo.of(attribute);
    }

    /** Returns what is wrong with a text, or null where nothing is. */
    String fault(String text) {
        Object value;
        try {
            value = parse(text);
        } catch (IllegalArgumentException e) {
            return info.label() + ": '" + text + "' is not " + expected();
        }
        return numbers(value).allMatch(this::isAllowed) ? null : info.label() + " " + range();
    }

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException if the text is no value of the attribute
     */
    Object parse(String text) {
        String plain = text.strip();
        if (plain.isEmpty() && !isText()) {
            throw new IllegalArgumentException("empty");
        }
        return EcoreUtil.createFromString(attribute.getEAttributeType(), isText() ? plain : plain.replace('×', 'x'));
    }

    private boolean isText() {
        return attribute.getEAttributeType() == EcorePackage.Literals.ESTRING;
    }

    private static DoubleStream numbers(Object value) {
        if (value instanceof Number number) {
            return DoubleStream.of(number.doubleValue());
        }
        return value instanceof Size2D size ? DoubleStream.of(size.height(), size.width()) : DoubleStream.empty();
    }

    private boolean isAllowed(double number) {
        return number >= info.min().orElse(Double.NEGATIVE_INFINITY)
                && number <= info.max().orElse(Double.POSITIVE_INFINITY);
    }

    private String expected() {
        return switch (attribute.getEAttributeType().getName()) {
            case "EInt", "ELong" -> "a whole number";
            case "EDouble", "EFloat" -> "a number";
            case "Size2D" -> "a size such as 3×3";
            case "Shape" -> "a shape such as 128×128×3";
            default -> "valid";
        };
    }

    private String range() {
        if (info.min().isPresent() && info.max().isPresent()) {
            return "must lie between " + plain(info.min().getAsDouble()) + " and " + plain(info.max().getAsDouble());
        }
        return info.min().isPresent() ? "must be at least " + plain(info.min().getAsDouble())
                : "must be at most " + plain(info.max().orElse(0));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format("%,d", (long) number) : String.valueOf(number);
    }
}
