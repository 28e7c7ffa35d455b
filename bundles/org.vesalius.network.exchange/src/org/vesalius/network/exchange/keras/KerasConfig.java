// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

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
final class KerasConfig {
    private static final int SHOWN = 60;
    /** They say how a layer is called, what it is fed, how it starts or how Keras computes it: not what it computes. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("name", "trainable", "dtype", "batch_input_shape",
            "batch_shape", "input_dtype", "input_length", "input_dim", "input_shape", "sparse", "ragged", "unroll",
            "implementation",
            "time_major", "seed", "supports_masking", "unit_forget_bias", "synchronized", "consume_less", "fused",
            "batch_size", "autocast", "zero_output_for_mask", "recurrent_init", "build_config", "renorm", "optional",
            "use_cudnn", "flash_attention");

    private final JsonObject json;
    private final Set<String> read = new HashSet<>();
    private final List<String> differences = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    KerasConfig(JsonObject json) {
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

    /** The layer computes something else than in Keras, or trains otherwise. */
    void differs(String note) {
        differences.add(note);
    }

    /** Worth knowing, though the layer computes the same. */
    void remark(String note) {
        remarks.add(note);
    }

    /** What was said by {@link #differs}, and the settings that nobody looked at and that could matter. */
    List<String> differences() {
        List<String> all = new ArrayList<>(differences);
        for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
            if (!read.contains(entry.getKey()) && matters(entry.getKey(), entry.getValue())) {
                all.add(entry.getKey() + " = " + shown(entry.getValue()) + " is left out");
            }
        }
        return all;
    }

    List<String> remarks() {
        return remarks;
    }

    JsonObject json() {
        return json;
    }

    private static boolean matters(String key, JsonElement value) {
        return !WITHOUT_EFFECT.contains(key) && !key.endsWith("_initializer") && !JsonValues.nothing(value);
    }

    private static String shown(JsonElement value) {
        String text = value.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
