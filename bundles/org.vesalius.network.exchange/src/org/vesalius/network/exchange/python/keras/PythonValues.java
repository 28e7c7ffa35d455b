// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.keras;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Settings of Keras as Python writes them. */
final class PythonValues {
    private static final Map<String, String> MODULES = Map.of("initializer", "initializers", "regularizer",
            "regularizers", "constraint", "constraints");

    private PythonValues() {
    }

    /** A value; objects become calls of the class they name, of the module that the setting's name tells. */
    static String of(String key, JsonElement value) {
        if (value.isJsonNull()) {
            return "None";
        }
        if (value.isJsonPrimitive()) {
            return primitive(value.getAsJsonPrimitive());
        }
        return value.isJsonArray() ? tuple(key, value.getAsJsonArray()) : object(key, value.getAsJsonObject());
    }

    /** A text as a literal. */
    static String text(String text) {
        StringBuilder literal = new StringBuilder("'");
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '\\' -> literal.append("\\\\");
                case '\'' -> literal.append("\\'");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> literal.append(letter < ' ' ? String.format(Locale.ROOT, "\\x%02x", (int) letter) : letter);
            }
        }
        return literal.append('\'').toString();
    }

    private static String primitive(JsonPrimitive value) {
        if (value.isBoolean()) {
            return value.getAsBoolean() ? "True" : "False";
        }
        if (value.isString()) {
            return text(value.getAsString());
        }
        String number = value.getAsString();
        return switch (number) {
            case "NaN", "Infinity", "-Infinity" -> "float('" + number + "')";
            default -> number;
        };
    }

    private static String tuple(String key, JsonArray list) {
        List<String> items = new ArrayList<>();
        list.forEach(item -> items.add(of(key, item)));
        return "(" + String.join(", ", items) + (items.size() == 1 ? ",)" : ")");
    }

    private static String object(String key, JsonObject object) {
        String module = MODULES.get(key.substring(key.lastIndexOf('_') + 1));
        if (module == null || !object.has("class_name")) {
            List<String> items = new ArrayList<>();
            object.entrySet().forEach(entry -> items.add(text(entry.getKey()) + ": " + of("", entry.getValue())));
            return "{" + String.join(", ", items) + "}";
        }
        JsonObject config = object.has("config") && object.get("config").isJsonObject()
                ? object.getAsJsonObject("config") : new JsonObject();
        List<String> arguments = new ArrayList<>();
        config.entrySet().forEach(entry -> arguments.add(entry.getKey() + "=" + of("", entry.getValue())));
        return "keras." + module + "." + object.get("class_name").getAsString() + "(" + String.join(", ", arguments)
                + ")";
    }
}
