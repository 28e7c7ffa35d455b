// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.incremental;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vesalius.network.Layer;

/**
 * What was found out about layers one by one. A layer is looked at anew where it changed, and all are if the round
 * before was missed, because somebody failed or did not ask.
 *
 * @param <R> what is found out
 */
public final class LayerMemo<R> {
    /** Where most layers have results, walking over all of them is quicker than sorting those that have. */
    private static final int FEW = 8;

    private final Map<Layer, List<R>> found = new IdentityHashMap<>();
    private long round = Round.NEVER;
    private Places places = Places.of(List.of());
    private List<R> all = List.of();

    /**
     * Brings the results up to date.
     *
     * @param look gives the results for one layer, from what {@link Round#changed()} promises to tell
     * @return all results, in the order of the layers; the same list as before if there is nothing new
     */
    public List<R> update(Round now, Function<Layer, List<R>> look) {
        boolean kept = now.follows(round);
        round = Round.NEVER;
        if (!kept) {
            found.clear();
        } else if (places != now.places()) {
            found.keySet().removeIf(layer -> !now.places().contains(layer));
        }
        boolean different = !kept || places != now.places();
        for (Layer layer : kept ? now.changed() : now.places().layers()) {
            different |= replace(layer, now.places().contains(layer) ? look.apply(layer) : List.of());
        }
        if (different) {
            all = inOrder(now.places());
        }
        places = now.places();
        round = now.number();
        return all;
    }

    private boolean replace(Layer layer, List<R> results) {
        List<R> before = results.isEmpty() ? found.remove(layer) : found.put(layer, results);
        return !results.equals(before == null ? List.of() : before);
    }

    private List<R> inOrder(Places order) {
        List<R> results = new ArrayList<>();
        if (found.size() * FEW > order.layers().size()) {
            order.layers().forEach(layer -> results.addAll(found.getOrDefault(layer, List.of())));
        } else {
            found.entrySet().stream().sorted(Comparator.comparingInt(entry -> order.of(entry.getKey())))
                    .forEach(entry -> results.addAll(entry.getValue()));
        }
        return List.copyOf(results);
    }
}
