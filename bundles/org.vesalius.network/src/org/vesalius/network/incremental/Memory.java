// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.incremental;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vesalius.network.Layer;

/**
 * What those who look at a network have found out so far, each under a key of its own, which is told from others by its
 * identity. Not for use by several threads.
 */
public final class Memory {
    private final Map<Object, LayerMemo<?>> memos = new IdentityHashMap<>();
    private final Map<Object, Flow<?>> flows = new IdentityHashMap<>();
    private final Map<Object, Conclusion<?, ?>> conclusions = new IdentityHashMap<>();

    /** What is found out layer by layer, as {@link LayerMemo#update}. */
    @SuppressWarnings("unchecked") // a key is used with one type of results
    public <R> List<R> each(Object key, Round now, Function<Layer, List<R>> look) {
        return ((LayerMemo<R>) memos.computeIfAbsent(key, any -> new LayerMemo<R>())).update(now, look);
    }

    /** What follows from all that is found out layer by layer, and from nothing else. */
    @SuppressWarnings("unchecked") // a key is used with one type of results
    public <R, T> T concluded(Object key, Round now, Function<Layer, List<R>> look, Function<List<R>, T> conclude) {
        List<R> found = each(key, now, look);
        Conclusion<R, T> before = (Conclusion<R, T>) conclusions.get(key);
        if (before != null && before.found == found) {
            return before.result;
        }
        T result = conclude.apply(found);
        conclusions.put(key, new Conclusion<>(found, result));
        return result;
    }

    /** Values that flow along connections, as {@link Flow#update}, for use in this round; equal ones count as the same. */
    @SuppressWarnings("unchecked") // a key is used with one type of values
    public <V> Function<Layer, Optional<V>> flow(Object key, Round now, Flow.Step<V> step) {
        Flow<V> flow = (Flow<V>) flows.computeIfAbsent(key, any -> new Flow<V>(Object::equals));
        flow.update(now, step);
        return flow::value;
    }

    private record Conclusion<R, T>(List<R> found, T result) {
    }
}
