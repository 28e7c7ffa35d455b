// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.util.Map;

import org.eclipse.emf.common.util.Enumerator;

/** How values of hyper-parameters are written for people. */
public final class ValueText {
    private static final Map<String, String> SPELLING = Map.of("relu", "ReLU", "relu6", "ReLU6", "elu", "ELU",
            "selu", "SELU", "gelu", "GELU");

    private ValueText() {
    }

    /** Returns a value as text: 3×3, ReLU, yes, 128×128×3; empty for null. */
    public static String of(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value instanceof Enumerator literal ? literal(literal) : AttributeText.format(value);
    }

    /** Returns how a value of an enumeration is written, such as "ReLU" or "binary cross-entropy". */
    public static String literal(Enumerator literal) {
        String text = literal.getLiteral();
        String words = text.replace('-', ' ').replace("cross entropy", "cross-entropy");
        return SPELLING.getOrDefault(text, words);
    }
}
