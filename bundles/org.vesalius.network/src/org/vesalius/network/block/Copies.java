// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;

/**
 * The copies that layers and connections of one graph have in the expanded network, in one repetition of the blocks
 * around it. Those of the expansion before are found here until it is over.
 */
final class Copies {
    private final boolean changed;
    private final Map<Layer, Layer> layers = new IdentityHashMap<>();
    private final Map<Connection, Connection> connections = new IdentityHashMap<>();
    private final Map<Layer, List<Problem>> problems = new IdentityHashMap<>();
    private final Map<Layer, Map<Integer, Copies>> inside = new IdentityHashMap<>();
    private Optional<Copies> before;

    private Copies(Optional<Copies> before, boolean changed) {
        this.before = before;
        this.changed = changed;
    }

    /** Those of a whole network. */
    static Copies of(Optional<Copies> before) {
        return new Copies(before, false);
    }

    /** Those inside a block or reference, which may have changed since the expansion before. */
    Copies inside(Layer block, int repetition, boolean blockChanged) {
        Optional<Copies> same = before.flatMap(old -> Optional.ofNullable(old.inside.get(block)))
                .flatMap(old -> Optional.ofNullable(old.get(repetition)));
        Copies copies = new Copies(same, changed || blockChanged);
        inside.computeIfAbsent(block, any -> new HashMap<>()).put(repetition, copies);
        return copies;
    }

    /** Whether a block around changed, and may have changed all that is in it. */
    boolean changed() {
        return changed;
    }

    /** The copy of a layer in the expansion before. */
    Optional<Layer> before(Layer drawn) {
        return before.flatMap(old -> Optional.ofNullable(old.layers.get(drawn)));
    }

    /** The copy of a connection in the expansion before. */
    Optional<Connection> before(Connection drawn) {
        return before.flatMap(old -> Optional.ofNullable(old.connections.get(drawn)));
    }

    void add(Layer drawn, Layer copy) {
        layers.put(drawn, copy);
    }

    void add(Connection drawn, Connection copy) {
        connections.put(drawn, copy);
    }

    /** Keeps what is wrong with the values that blocks around vary in a layer. */
    void addProblems(Layer drawn, List<Problem> found) {
        if (!found.isEmpty()) {
            problems.put(drawn, List.copyOf(found));
        }
    }

    /** What was wrong so in the expansion before, and still is. */
    List<Problem> keepProblems(Layer drawn) {
        List<Problem> found = before.map(old -> old.problems.getOrDefault(drawn, List.of())).orElse(List.of());
        addProblems(drawn, found);
        return found;
    }

    /** Ends the expansion: what was only in the one before is dropped. */
    void finish() {
        before = Optional.empty();
        inside.values().forEach(repetitions -> repetitions.values().forEach(Copies::finish));
    }
}
