// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one layer. It remembers which were looked at, so that the report can name those that were not.
 */
public final class KerasConfig {
    private static final int SHOWN = 60;
    /** What any layer may say of how it is called, what it is fed and how Keras computes it: not what it computes. */
    private static final Set<String> OF_ALL = Set.of("name", "batch_input_shape", "batch_shape", "input_shape",
            "input_dtype", "build_config", "autocast", "shared_object_id");

    private final JsonObject json;
    private final Set<String> read = new HashSet<>();
    private final List<String> differences = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    public KerasConfig(JsonObject json) {
        this.json = json;
    }

    /** A setting, empty if there is none or it is null. */
    Optional<JsonElement> take(String key) {
        read.add(key);
        return Optional.ofNullable(json.get(key)).filter(value -> !value.isJsonNull());
    }

    /** Whether the setting is there, be it null. */
    boolean has(String key) {
        return json.has(key);
    }

    Optional<String> text(String key) {
        return take(key).map(JsonValues::text);
    }

    Optional<Integer> integer(String key) {
        return take(key).map(JsonValues::integer);
    }

    boolean flag(String key, boolean otherwise) {
        return take(key).map(JsonValues::flag).orElse(otherwise);
    }

    /** Looks away from settings that don't change what the layer computes, whatever they are. */
    public void passOver(Set<String> keys) {
        read.addAll(keys);
    }

    /** The layer computes something else than in Keras, or trains otherwise. */
    void differs(String note) {
        differences.add(note);
    }

    /** Worth knowing, though the layer computes the same. */
    public void remark(String note) {
        remarks.add(note);
    }

    /** What was said by {@link #differs}, and the settings that nobody looked at. */
    public List<String> differences() {
        List<String> all = new ArrayList<>(differences);
        for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
            boolean known = read.contains(entry.getKey()) || OF_ALL.contains(entry.getKey());
            if (!known && !entry.getValue().isJsonNull()) {
                all.add("its setting " + entry.getKey() + " = " + shown(entry.getValue())
                        + " is not known here and left out");
            }
        }
        return all;
    }

    public List<String> remarks() {
        return remarks;
    }

    JsonObject json() {
        return json;
    }

    private static String shown(JsonElement value) {
        String text = value.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
