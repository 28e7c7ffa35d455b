// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Objects inside settings: {@code {"class_name": …, "config": {…}}}, or just a name. */
public final class KerasObjects {
    private KerasObjects() {
    }

    public static JsonObject object(String className, JsonObject config) {
        JsonObject object = new JsonObject();
        object.addProperty("class_name", className);
        object.add("config", config);
        return object;
    }

    /** The class of such an object, without the package that custom ones carry; ? if it does not say. */
    public static String className(JsonElement value) {
        if (value.isJsonObject()) {
            return JsonValues.memberText(value.getAsJsonObject(), "class_name").orElse("?");
        }
        return JsonValues.isText(value) ? value.getAsString() : "?";
    }

    /** The settings of such an object; none if it is just a name. */
    public static JsonObject config(JsonElement value) {
        return value.isJsonObject() ? JsonValues.member(value.getAsJsonObject(), "config").orElseGet(JsonObject::new)
                : new JsonObject();
    }
}
