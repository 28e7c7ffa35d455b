// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Layer;

/** What was written down while a network was expanded. */
final class RecordedOrigins implements Origins {
    private final Map<Layer, Origin> origins = new IdentityHashMap<>();
    private final Map<Layer, Layer> givers = new IdentityHashMap<>();
    private final Map<Layer, List<Layer>> copies = new IdentityHashMap<>();
    private final Set<Layer> passing = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<EObject, EObject> drawings = new IdentityHashMap<>();

    /** A layer of the expanded network; the blocks are the drawn ones around it. */
    void add(Layer expanded, Origin origin, List<Layer> blocks) {
        origins.put(expanded, origin);
        givers.put(expanded, expanded);
        copies.put(expanded, List.of(expanded));
        addCopy(origin.drawn(), expanded);
        blocks.stream().filter(block -> block != origin.drawn()).forEach(block -> addCopy(block, expanded));
    }

    /** What gives the result of a drawn layer; the first one counts, which is that of the first repetition. */
    void giver(Layer drawn, Layer expanded) {
        givers.putIfAbsent(drawn, expanded);
        if (origin(expanded).orElseThrow().drawn() != drawn) {
            passing.add(drawn);
        }
    }

    void drawing(EObject expanded, EObject drawn) {
        drawings.put(expanded, drawn);
    }

    private void addCopy(Layer drawn, Layer expanded) {
        copies.computeIfAbsent(drawn, layer -> new ArrayList<>()).add(expanded);
    }

    @Override
    public Optional<Origin> origin(Layer expanded) {
        return Optional.ofNullable(origins.get(expanded));
    }

    @Override
    public Optional<Layer> giver(Layer drawn) {
        return Optional.ofNullable(givers.get(drawn));
    }

    @Override
    public Set<Layer> passing() {
        return passing;
    }

    @Override
    public List<Layer> copies(Layer drawn) {
        return List.copyOf(copies.getOrDefault(drawn, List.of()));
    }

    @Override
    @SuppressWarnings("unchecked") // an object is a copy of what it was drawn as, and of the same class
    public <T extends EObject> Optional<T> drawn(T expanded) {
        return Optional.ofNullable((T) drawings.get(expanded));
    }
}
