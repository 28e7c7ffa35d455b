// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;

/** JSON as the command line writes it: indented, with nulls, and without numbers that JSON does not know. */
public final class JsonText {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping()
            .create();

    private JsonText() {
        // functions only
    }

    /** The text of a document. */
    public static String of(JsonElement document) {
        return GSON.toJson(document);
    }

    /** A number, or null where it is NaN or infinite. */
    public static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }

    /** What a command says that writes one file. */
    public static String ofFile(Path file) {
        JsonObject document = new JsonObject();
        document.addProperty("file", file.toString());
        return of(document);
    }

    /** An array of texts. */
    public static JsonArray texts(Iterable<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
