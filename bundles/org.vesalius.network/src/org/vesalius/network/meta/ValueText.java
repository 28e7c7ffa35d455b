// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.util.Map;

import org.eclipse.emf.common.util.Enumerator;

/** How values of hyper-parameters are written for people. */
public final class ValueText {
    private static final Map<String, String> SPELLING = Map.ofEntries(Map.entry("relu", "ReLU"),
            Map.entry("relu6", "ReLU6"), Map.entry("elu", "ELU"), Map.entry("selu", "SELU"),
            Map.entry("gelu", "GELU"), Map.entry("swish", "Swish"), Map.entry("mish", "Mish"),
            Map.entry("kullback-leibler", "Kullback–Leibler"), Map.entry("poisson", "Poisson"),
            Map.entry("dice", "Dice"), Map.entry("huber", "Huber"),
            Map.entry("cox-efron", "Cox (Efron)"), Map.entry("cox-breslow", "Cox (Breslow)"),
            Map.entry("validation-auc", "validation AUC"), Map.entry("validation-micro-average-precision", "validation micro AP"),
            Map.entry("validation-dice", "validation Dice"), Map.entry("validation-mae", "validation MAE"),
            Map.entry("glorot-uniform", "Glorot uniform"),
            Map.entry("glorot-normal", "Glorot normal"), Map.entry("he-uniform", "He uniform"),
            Map.entry("he-normal", "He normal"), Map.entry("lecun-uniform", "LeCun uniform"),
            Map.entry("lecun-normal", "LeCun normal"), Map.entry("max-norm", "max-norm"),
            Map.entry("non-negative", "non-negative"));

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
        return words(literal.getLiteral());
    }

    /** Returns how a value is written that is one of several texts, such as "validation loss". */
    public static String words(String text) {
        String words = text.replace('-', ' ').replace("cross entropy", "cross-entropy");
        return SPELLING.getOrDefault(text, words);
    }
}
