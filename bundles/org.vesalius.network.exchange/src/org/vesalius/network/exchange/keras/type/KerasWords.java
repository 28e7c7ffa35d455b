// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;

/** The words of Keras for the literals of the metamodel: the same with _ for -, and a few with older names. */
public final class KerasWords {
    private static final Map<String, String> SYNONYMS = Map.of("silu", "swish", "hard_silu", "hard_swish", "sum", "add",
            "concat", "concatenate", "mul", "multiply", "ave", "average");
    private static final Map<String, String> MERGES = Map.of("add", "sum", "concatenate", "concat", "multiply", "mul",
            "average", "ave");

    private KerasWords() {
    }

    public static String write(String literal) {
        return literal.replace('-', '_');
    }

    /** The word for how both directions of a Bidirectional are joined. */
    public static String merge(String literal) {
        return MERGES.getOrDefault(literal, literal);
    }

    static Object read(EEnum literals, JsonElement json) {
        String word = word(json);
        return find(literals, word).orElseThrow(() -> new UnsupportedSetting("'" + brief(word) + "' is not known"));
    }

    /** The literal that a word stands for. */
    public static Optional<Object> find(EEnum literals, String word) {
        return Optional.ofNullable(literals.getEEnumLiteralByLiteral(SYNONYMS.getOrDefault(word, word).replace('_',
                '-'))).map(EEnumLiteral::getInstance);
    }

    /** A word, or the name of the object that stands where a word should. */
    public static String word(JsonElement json) {
        if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            return JsonValues.memberText(object, "config").or(() -> JsonValues.memberText(object, "class_name"))
                    .orElse("?").toLowerCase(Locale.ROOT);
        }
        return JsonValues.text(json);
    }

    private static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
