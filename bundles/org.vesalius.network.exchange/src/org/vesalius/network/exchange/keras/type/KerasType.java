// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Layer;

/**
 * A layer type of Keras and the one of Vesalius that computes the same.
 *
 * @param keras the class in Keras 2
 * @param type the class in the metamodel
 * @param fixed values of attributes by which Keras tells classes apart, such as the kind of a pooling
 * @param rank axes of a sample for which the class is meant, where Keras tells classes apart by it; 0 for any
 * @param fields its settings
 * @param passedOver settings that don't change what it computes: how weights start, how Keras goes about it
 */
public record KerasType(String keras, EClass type, Map<EAttribute, Object> fixed, int rank, List<Field> fields,
        Set<String> passedOver) {
    public KerasType {
        fixed = Map.copyOf(fixed);
        passedOver = Set.copyOf(passedOver);
        fields = List.copyOf(fields);
    }

    static Builder of(String keras, EClass type) {
        return new Builder(keras, type);
    }

    /** A layer with these settings, without name and id. */
    Layer create(KerasConfig config) {
        Layer layer = (Layer) EcoreUtil.create(type);
        fixed.forEach(layer::eSet);
        fields.forEach(field -> field.read(config, layer));
        config.passOver(passedOver);
        return layer;
    }

    /** Whether a layer can be written as this type. */
    boolean fits(Layer layer, int inputRank) {
        return layer.eClass() == type && (rank == 0 || inputRank == 0 || rank == inputRank)
                && fixed.entrySet().stream().allMatch(entry -> entry.getValue().equals(layer.eGet(entry.getKey())));
    }

    /** The settings of a layer. */
    public JsonObject settings(Layer layer) {
        JsonObject config = new JsonObject();
        fields.forEach(field -> field.write(layer, config));
        return config;
    }

    /** Puts a type together; attributes go by their names in the metamodel. */
    static final class Builder {
        private final String keras;
        private final EClass type;
        private final Map<EAttribute, Object> fixed = new LinkedHashMap<>();
        private final List<Field> fields = new ArrayList<>();
        private final Set<String> passedOver = new HashSet<>();
        private int rank;

        private Builder(String keras, EClass type) {
            this.keras = keras;
            this.type = type;
        }

        /** A setting and the attribute of the same meaning. */
        Builder value(String key, String attribute) {
            return field(new ValueFields.Plain(key, attribute(attribute)));
        }

        /** A setting without which the layer is not known, and the attribute of the same meaning. */
        Builder required(String key, String attribute) {
            return field(new ValueFields.Required(new ValueFields.Plain(key, attribute(attribute))));
        }

        /** Settings that don't change what the layer computes. */
        Builder passedOver(String... keys) {
            passedOver.addAll(List.of(keys));
            return this;
        }

        /** Settings that are called the same on both sides. */
        Builder values(String... keys) {
            for (String key : keys) {
                value(key, key);
            }
            return this;
        }

        /** What is added or cut at the sides. */
        Builder margins(String key, String... attributes) {
            return field(new MarginField(key, List.of(attributes).stream().map(this::attribute).toList()));
        }

        /** A setting that may have one value only, given as JSON. */
        Builder only(String key, String json) {
            return field(new ValueFields.Only(key, json));
        }

        /** A setting that is left out, and what differs then. */
        Builder omitted(String key, String note) {
            return field(new ValueFields.Omitted(key, note));
        }

        /** Initializer, regularizer and constraint of a kernel. */
        Builder kernel(String prefix) {
            return field(new KernelField(prefix));
        }

        /** Says on export that channels come last, whatever Keras is set up for. */
        Builder channelsLast() {
            return field(new ValueFields.ChannelsLast());
        }

        Builder field(Field field) {
            fields.add(field);
            return this;
        }

        Builder fixed(String attribute, Object value) {
            fixed.put(attribute(attribute), value);
            return this;
        }

        Builder rank(int axes) {
            rank = axes;
            return this;
        }

        KerasType build() {
            return new KerasType(keras, type, fixed, rank, fields, passedOver);
        }

        private EAttribute attribute(String name) {
            return (EAttribute) type.getEStructuralFeature(name);
        }
    }
}
