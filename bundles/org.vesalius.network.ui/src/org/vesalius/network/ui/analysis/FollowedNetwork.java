// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.IncrementalAnalysis;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkChanges.Update;
import org.vesalius.network.analysis.NetworkMirror;
import org.vesalius.network.check.ClassesCheck;
import org.vesalius.network.ui.analysis.AnalysisSnapshot.AnalysedLayer;

/**
 * A network that is edited, as its analysis knows it: a copy that follows the edits, and what was found out about it so
 * far. Not for the UI thread, and not for several threads at once.
 */
final class FollowedNetwork {
    private final NetworkMirror mirror;
    private IdentityHashMap<Layer, AnalysedLayer> layers = new IdentityHashMap<>();
    private Set<EObject> changed = Collections.newSetFromMap(new IdentityHashMap<>());
    private NetworkInProject place;
    private List<ClassesCheck.Expected> classes = List.of();
    private IncrementalAnalysis analysis;

    /** @param original the network that is edited; it is not looked into */
    FollowedNetwork(Network original) {
        mirror = new NetworkMirror(original);
    }

    /** Follows an edit. */
    void follow(Update update) {
        changed.addAll(mirror.apply(update));
    }

    /**
     * Analyses what depends on the edits since the last analysis.
     *
     * @param where the place of the network among other files, as it is now
     */
    AnalysisSnapshot analyse(NetworkInProject where) {
        List<ClassesCheck.Expected> now = where.classes();
        boolean whole = analysis == null || place != where || !classes.equals(now);
        if (whole) {
            analysis = where.incremental(mirror.network());
            layers = new IdentityHashMap<>();
        }
        place = where;
        classes = now;
        Set<EObject> edited = changed;
        changed = Collections.newSetFromMap(new IdentityHashMap<>());
        IncrementalAnalysis running = analysis;
        // what fails begins from the start
        analysis = null;
        AnalysisSnapshot snapshot = snapshot(running, running.analyse(where.blocks(), edited), whole);
        analysis = running;
        return snapshot;
    }

    private AnalysisSnapshot snapshot(IncrementalAnalysis done, NetworkAnalysis result, boolean whole) {
        IdentityHashMap<Layer, AnalysedLayer> known = new IdentityHashMap<>(layers);
        (whole ? done.inOrder() : done.affected()).forEach(layer -> replace(layer, result, known));
        List<AnalysedLayer> ordered = done.inOrder().stream().map(mirror::original)
                .flatMap(Optional::stream).map(known::get).toList();
        known.keySet().removeIf(layer -> !mirror.follows(layer));
        layers = known;
        return AnalysisSnapshot.of(known, ordered, result.total(), place.uses(), place.remaining(result.problems()));
    }

    /** A layer that says what it said stays the same object; the name of a block stands before those inside it. */
    private void replace(Layer copy, NetworkAnalysis result, IdentityHashMap<Layer, AnalysedLayer> known) {
        Layer original = mirror.original(copy).orElse(null);
        if (original == null) {
            return;
        }
        AnalysedLayer before = known.get(original);
        AnalysedLayer now = new AnalysedLayer(copy.getId(), path(copy), copy.eClass(), result.figures(copy));
        if (now.equals(before)) {
            return;
        }
        known.put(original, now);
        if (copy instanceof Block block && before != null && !before.path().equals(now.path())) {
            block.getLayers().forEach(inside -> replace(inside, result, known));
        }
    }

    private static String path(Layer layer) {
        String name = layer.getName() == null ? "" : layer.getName();
        EObject container = layer.eContainer();
        return container instanceof Layer block ? path(block) + " › " + name : name;
    }
}
