// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.network.Layer;

/** The layer types that exist on both sides. Immutable. */
public final class LayerTable {
    /** Layers whose only argument is a list. */
    public static final Set<String> MERGES = MergeTypes.all().stream().map(KerasType::keras)
            .collect(Collectors.toUnmodifiableSet());

    private final List<KerasType> types;
    private final Map<String, KerasType> byName;

    private LayerTable(List<KerasType> types) {
        this.types = List.copyOf(types);
        Map<String, KerasType> names = new LinkedHashMap<>();
        types.forEach(type -> names.putIfAbsent(type.keras(), type));
        byName = Map.copyOf(names);
    }

    /** All types of Keras that there are here too. */
    public static LayerTable ofKeras() {
        List<KerasType> types = new ArrayList<>();
        Stream.of(CoreTypes.all(), ConvolutionTypes.all(), PoolingTypes.all(), SequenceTypes.all(), MergeTypes.all())
                .forEach(types::addAll);
        return new LayerTable(types);
    }

    /** The type that Keras calls so. */
    Optional<KerasType> named(String keras) {
        return Optional.ofNullable(byName.get(keras));
    }

    /**
     * The type as which Keras knows a layer.
     *
     * @param inputRank axes of a sample of its input, 0 if not known
     */
    public Optional<KerasType> of(Layer layer, int inputRank) {
        return types.stream().filter(type -> type.fits(layer, inputRank)).findFirst();
    }
}
