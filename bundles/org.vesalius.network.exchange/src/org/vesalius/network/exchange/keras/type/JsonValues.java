// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes values out of JSON that may hold anything; says what was expected where it holds something else. */
public final class JsonValues {
    public static final JsonPrimitive ONE = new JsonPrimitive(1);

    private JsonValues() {
    }

    public static String text(JsonElement value) {
        return primitive(value, "a text").getAsString();
    }

    /** A whole number, or a list of just one. */
    public static int integer(JsonElement value) {
        if (value != null && value.isJsonArray() && value.getAsJsonArray().size() == 1) {
            return integer(value.getAsJsonArray().get(0));
        }
        double number = number(value);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new UnsupportedSetting(number + " is not a whole number");
        }
        return (int) number;
    }

    public static double number(JsonElement value) {
        try {
            return primitive(value, "a number").getAsDouble();
        } catch (NumberFormatException e) {
            throw new UnsupportedSetting("a text stands where a number should");
        }
    }

    public static boolean flag(JsonElement value) {
        return primitive(value, "true or false").getAsBoolean();
    }

    /** A list of whole numbers; null becomes -1, which Keras uses for sizes that are not known. */
    public static List<Integer> integers(JsonElement value) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonElement element : array(value)) {
            numbers.add(element.isJsonNull() ? Integer.valueOf(-1) : Integer.valueOf(integer(element)));
        }
        return numbers;
    }

    public static JsonArray array(JsonElement value) {
        if (value == null || !value.isJsonArray()) {
            throw new UnsupportedSetting("a list is expected, not " + kind(value));
        }
        return value.getAsJsonArray();
    }

    public static JsonObject object(JsonElement value) {
        if (value == null || !value.isJsonObject()) {
            throw new UnsupportedSetting("named values are expected, not " + kind(value));
        }
        return value.getAsJsonObject();
    }

    /** A member that is an object. */
    public static Optional<JsonObject> member(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key)).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
    }

    /** A member that is a text. */
    public static Optional<String> memberText(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key)).filter(JsonValues::isText).map(JsonElement::getAsString);
    }

    public static boolean isText(JsonElement value) {
        return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    public static boolean isNumber(JsonElement value) {
        return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    /** Whether a value says nothing: null, false, 0, or empty. */
    public static boolean nothing(JsonElement value) {
        if (value.isJsonPrimitive()) {
            JsonPrimitive primitive = value.getAsJsonPrimitive();
            return primitive.isBoolean() && !primitive.getAsBoolean()
                    || primitive.isNumber() && primitive.getAsDouble() == 0
                    || primitive.isString() && primitive.getAsString().isEmpty();
        }
        return value.isJsonNull() || value.isJsonArray() && value.getAsJsonArray().isEmpty()
                || value.isJsonObject() && value.getAsJsonObject().isEmpty();
    }

    private static JsonPrimitive primitive(JsonElement value, String expected) {
        if (value == null || !value.isJsonPrimitive()) {
            throw new UnsupportedSetting(expected + " is expected, not " + kind(value));
        }
        return value.getAsJsonPrimitive();
    }

    private static String kind(JsonElement value) {
        if (value == null || value.isJsonNull()) {
            return "nothing";
        }
        return value.isJsonArray() ? "a list" : value.isJsonObject() ? "named values" : "a single value";
    }
}
