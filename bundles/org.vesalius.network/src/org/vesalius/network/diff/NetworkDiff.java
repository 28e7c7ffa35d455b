// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.List;
import java.util.Optional;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/**
 * What tells two drawings apart, places on the canvas aside: layers are matched by their ids and, where these differ,
 * by what they are and where they stand. Immutable; holds on to both drawings.
 */
public final class NetworkDiff {
    private final LayerMatching matching;
    private final List<AttributeChange> properties;
    private final List<Layer> added;
    private final List<Layer> removed;
    private final List<LayerChange> changed;
    private final List<Rewiring> rewired;

    private NetworkDiff(LayerGraph before, LayerGraph after) {
        matching = LayerMatching.of(before, after);
        Differences differences = new Differences(matching);
        properties = before.eClass() == after.eClass() ? AttributeChange.between(before, after) : List.of();
        added = LayerMatching.layers(after).stream().filter(layer -> !matching.isMatched(layer)).toList();
        removed = LayerMatching.layers(before).stream().filter(layer -> !matching.isMatched(layer)).toList();
        changed = matching.matched().stream().map(differences::of).filter(LayerChange::differs).toList();
        rewired = matching.matched().stream().flatMap(layer -> differences.rewired(layer).stream()).toList();
    }

    /**
     * Compares two networks, or two blocks.
     *
     * @param before how it was
     * @param after how it is
     */
    public static NetworkDiff between(LayerGraph before, LayerGraph after) {
        return new NetworkDiff(before, after);
    }

    /** Whether there is no difference. */
    public boolean isEmpty() {
        return properties.isEmpty() && added.isEmpty() && removed.isEmpty() && changed.isEmpty() && rewired.isEmpty();
    }

    /** Name, description and other attributes of the network itself that differ. */
    public List<AttributeChange> properties() {
        return properties;
    }

    /** Layers that are new, those inside new blocks too; of the drawing after. */
    public List<Layer> added() {
        return added;
    }

    /** Layers that are gone, of the drawing before. */
    public List<Layer> removed() {
        return removed;
    }

    /** Layers in both drawings that differ, in the order of the drawing before. */
    public List<LayerChange> changed() {
        return changed;
    }

    /** Inputs of layers in both drawings that come from elsewhere. */
    public List<Rewiring> rewired() {
        return rewired;
    }

    /** The layer of the drawing after that a layer of the drawing before has become. */
    public Optional<Layer> after(Layer before) {
        return matching.after(before);
    }

    /** The layer of the drawing before that a layer of the drawing after was. */
    public Optional<Layer> before(Layer after) {
        return matching.before(after);
    }

    /**
     * The difference for people, a line for each: {@code +} added, {@code -} removed, {@code ~} changed, {@code >}
     * rewired.
     */
    public List<String> describe() {
        return new DiffText(this).lines();
    }

    /** How the layers belong together. */
    LayerMatching matching() {
        return matching;
    }
}
