// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.incremental;

import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;

/**
 * Values that flow along the connections of a network: that of a layer follows from the layer and the values before it.
 * Worked out anew where layers changed, and behind these as far as the values really change.
 *
 * @param <V> the values, which are immutable
 */
public final class Flow<V> {
    private final BiPredicate<V, V> alike;
    private final IdentityHashMap<Layer, Optional<V>> values = new IdentityHashMap<>();
    private long round = Round.NEVER;
    private Places order = Places.of(List.of());

    /** @param alike whether layers behind can't tell one value from the other */
    public Flow(BiPredicate<V, V> alike) {
        this.alike = alike;
    }

    /** Gives the value of a layer, from the layer and the values of those before it. */
    @FunctionalInterface
    public interface Step<V> {
        Optional<V> of(Layer layer, Function<Layer, Optional<V>> before);
    }

    /**
     * Brings the values up to date.
     *
     * @param now its layers stand in an order of computation
     * @return the layers whose value was worked out anew
     */
    public Set<Layer> update(Round now, Step<V> step) {
        BitSet open = open(now);
        round = Round.NEVER;
        order = now.places();
        Set<Layer> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int place = open.nextSetBit(0); place >= 0; place = open.nextSetBit(place + 1)) {
            Layer layer = order.layers().get(place);
            Optional<V> value = step.of(layer, this::value);
            visited.add(layer);
            if (!alike(values.put(layer, value), value)) {
                openBehind(layer, open);
            }
        }
        round = now.number();
        return visited;
    }

    private boolean alike(Optional<V> before, Optional<V> now) {
        return before != null && before.isPresent() == now.isPresent()
                && (before.isEmpty() || alike.test(before.get(), now.get()));
    }

    /** The places where to look again; more are found on the way, always further behind. */
    private BitSet open(Round now) {
        Places places = now.places();
        BitSet open = new BitSet(places.layers().size());
        if (!now.follows(round)) {
            values.clear();
            open.set(0, places.layers().size());
            return open;
        }
        if (places != order) {
            forgetOthers(places, open);
        }
        now.changed().stream().mapToInt(places::of).filter(place -> place >= 0).forEach(open::set);
        return open;
    }

    private void forgetOthers(Places places, BitSet open) {
        order = places;
        for (Iterator<Layer> known = values.keySet().iterator(); known.hasNext();) {
            Layer layer = known.next();
            if (!places.contains(layer)) {
                known.remove();
                openBehind(layer, open);
            }
        }
        for (int i = 0; i < places.layers().size(); i++) {
            if (!values.containsKey(places.layers().get(i))) {
                open.set(i);
            }
        }
    }

    private void openBehind(Layer layer, BitSet open) {
        for (Connection connection : layer.getOutgoing()) {
            int place = connection.getTarget() == null ? -1 : order.of(connection.getTarget());
            if (place >= 0) {
                open.set(place);
            }
        }
    }

    Optional<V> value(Layer layer) {
        return values.getOrDefault(layer, Optional.empty());
    }

    /** The values as they are now; no later round changes them. */
    @SuppressWarnings("unchecked") // the copy of a map has the type of the map
    public Map<Layer, Optional<V>> values() {
        return Collections.unmodifiableMap((Map<Layer, Optional<V>>) values.clone());
    }
}
