// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.network.meta.AttributeInfo;

/** Reads what people type into the field of an attribute, and says in their words what is wrong with it. */
public final class ValueParser {

    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e9;

    private final Class<?> type;
    private final OptionalDouble min;
    private final OptionalDouble max;

    /**
     * What came of reading.
     *
     * @param value the value for the attribute; empty when the text is not one
     * @param problem what is wrong; empty when there is a value
     */
    public record Outcome(Optional<Object> value, String problem) {
    }

    /** Creates the parser for an attribute that is a text or a number, within the limits of the metamodel. */
    public ValueParser(EAttribute attribute) {
        type = attribute.getEAttributeType().getInstanceClass();
        AttributeInfo info = AttributeInfo.of(attribute);
        min = info.min();
        max = info.max();
    }

    /** Returns whether the attribute is a number. */
    public boolean isNumber() {
        return type != String.class;
    }

    /** Reads a text. */
    public Outcome parse(String text) {
        if (type == String.class) {
            return new Outcome(Optional.of(text), "");
        }
        String stripped = text.strip();
        try {
            return withinLimits(number(stripped));
        } catch (NumberFormatException e) {
            return new Outcome(Optional.empty(), stripped.isEmpty() ? "enter a number"
                    : "\"" + stripped + "\" is not " + (type == double.class ? "a number" : "a whole number"));
        }
    }

    private Number number(String text) {
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        return type == long.class ? (Number) Long.valueOf(text) : finite(text);
    }

    private static Double finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value) || !Character.isDigit(text.charAt(text.length() - 1)) && !text.endsWith(".")) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    private Outcome withinLimits(Number number) {
        if (min.isPresent() && number.doubleValue() < min.getAsDouble()) {
            return new Outcome(Optional.empty(), "must be at least " + plain(min.getAsDouble()));
        }
        if (max.isPresent() && number.doubleValue() > max.getAsDouble()) {
            return new Outcome(Optional.empty(), "must be at most " + plain(max.getAsDouble()));
        }
        return new Outcome(Optional.of(number), "");
    }

    /** Returns the text of a value: 0.001 rather than 1.0E-3, and 10 rather than 10.0. */
    public String format(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Double number ? plain(number) : value.toString();
    }

    private static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < PLAIN_TO) {
            return Long.toString((long) value);
        }
        boolean readable = Math.abs(value) >= PLAIN_FROM && Math.abs(value) < PLAIN_TO;
        return readable ? BigDecimal.valueOf(value).toPlainString() : Double.toString(value).replace(".0E", "e").replace("E", "e");
    }
}
