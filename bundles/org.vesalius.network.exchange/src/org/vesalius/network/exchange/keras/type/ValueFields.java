// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/** Fields of configurations that hold the value of one attribute, or none. */
public final class ValueFields {
    private ValueFields() {
    }

    /**
     * One setting that stands for one attribute of the same meaning.
     *
     * @param key the name in Keras
     * @param attribute the attribute in the metamodel
     */
    record Plain(String key, EAttribute attribute) implements Field {
        @Override
        public void read(KerasConfig config, EObject layer) {
            config.take(key).ifPresent(value -> layer.eSet(attribute, decoded(value)));
        }

        @Override
        public void write(EObject layer, JsonObject config) {
            Object value = layer.eGet(attribute);
            config.add(key, value == null ? JsonNull.INSTANCE : AttributeCodec.of(attribute).encode(value));
        }

        private Object decoded(JsonElement value) {
            try {
                return AttributeCodec.of(attribute).decode(value);
            } catch (UnsupportedSetting e) {
                throw new UnsupportedSetting("its setting " + key + ": " + e.getMessage());
            }
        }
    }

    /**
     * A setting that Keras always writes: without it the layer is not known.
     *
     * @param field the setting
     */
    record Required(Plain field) implements Field {
        @Override
        public void read(KerasConfig config, EObject layer) {
            if (config.take(field.key()).isEmpty()) {
                throw new UnsupportedSetting("the file does not say its " + field.key().replace('_', ' '));
            }
            field.read(config, layer);
        }

        @Override
        public void write(EObject layer, JsonObject config) {
            field.write(layer, config);
        }
    }

    /**
     * A setting that may have one value only, since no layer of Vesalius can do otherwise.
     *
     * @param key its name in Keras
     * @param json the value, as JSON; null always passes too
     */
    public record Only(String key, String json) implements Field {
        @Override
        public void read(KerasConfig config, EObject layer) {
            config.take(key).filter(value -> !equal(value, JsonParser.parseString(json))).ifPresent(value -> {
                throw new UnsupportedSetting("its setting " + key + " is " + value + "; Vesalius knows " + json + " only");
            });
        }

        @Override
        public void write(EObject layer, JsonObject config) {
            // what Keras takes for granted is not written
        }

        /** Whether both are the same; a list of equal numbers counts as that number. */
        public static boolean equal(JsonElement value, JsonElement expected) {
            if (value.isJsonArray() && !expected.isJsonArray()) {
                return value.getAsJsonArray().asList().stream().allMatch(element -> equal(element, expected));
            }
            if (JsonValues.isNumber(value) && JsonValues.isNumber(expected)) {
                return value.getAsDouble() == expected.getAsDouble();
            }
            return value.equals(expected);
        }
    }

    /**
     * A setting that Vesalius does not have, but without which the layer still does most of its work: the report says what
     * is missing.
     *
     * @param key its name in Keras
     * @param note what differs
     */
    record Omitted(String key, String note) implements Field {
        @Override
        public void read(KerasConfig config, EObject layer) {
            config.take(key).filter(Predicate.<JsonElement>not(JsonValues::nothing))
                    .ifPresent(value -> config.differs(note + " (" + key + " = " + value + ")"));
        }

        @Override
        public void write(EObject layer, JsonObject config) {
            // the attribute does not exist, so there is nothing to say
        }
    }

    /** Where the channels are: here always last. Where Keras has them first, the importer deals with it for all layers. */
    record ChannelsLast() implements Field {
        private static final String KEY = "data_format";

        @Override
        public void read(KerasConfig config, EObject layer) {
            config.take(KEY);
        }

        @Override
        public void write(EObject layer, JsonObject config) {
            config.addProperty(KEY, "channels_last");
        }
    }
}
