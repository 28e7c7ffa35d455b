// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;

/**
 * A network without blocks that computes what a drawing with blocks means, and how the two belong together. Where the
 * drawing has no block, it is the drawing itself, and each layer stands for itself.
 */
public final class ExpandedNetwork {
    private final Network network;
    private final Origins origins;
    private final List<Problem> problems;

    ExpandedNetwork(Network network, Origins origins, List<Problem> problems) {
        this.network = network;
        this.origins = origins;
        this.problems = List.copyOf(problems);
    }

    /** A network that holds no block stands for itself. */
    static ExpandedNetwork same(Network network) {
        return new ExpandedNetwork(network, new Origins.Same(network), List.of());
    }

    /**
     * The network without blocks. The ids of layers out of blocks are {@code <block>/<layer>}, or
     * {@code <block>.<repetition>/<layer>} where the block is repeated, and their names follow the same rule. Not to be
     * changed: it may be the drawing.
     */
    public Network network() {
        return network;
    }

    /** Whether the drawing holds no block, so that {@link #network()} is the drawing. */
    public boolean isDrawing() {
        return origins instanceof Origins.Same;
    }

    /** Where a layer of {@link #network()} comes from; empty for layers of other networks. */
    public Optional<Origin> origin(Layer expanded) {
        return origins.origin(expanded);
    }

    /**
     * The layer of {@link #network()} that gives what a drawn layer gives: for a layer inside blocks that of their
     * first repetitions, for a block what comes out of its last one. Empty for layers of other networks, and where a
     * mistake in the drawing keeps it from being known. A layer of {@link #network()} stands for itself.
     */
    public Optional<Layer> giver(Layer drawn) {
        return origins.giver(drawn);
    }

    /** All layers of {@link #network()} that a drawn layer stands for, for a block those of all its repetitions. */
    public List<Layer> copies(Layer drawn) {
        return origins.copies(drawn);
    }

    /**
     * The layers of {@link #network()} that a drawn layer stands for in the first repetition of the blocks around it:
     * one for most layers, for a block those of all its own repetitions.
     */
    public List<Layer> firstCopies(Layer drawn) {
        int level = 0;
        for (EObject around = drawn.eContainer(); around != null; around = around.eContainer()) {
            level += around instanceof Block ? 1 : 0;
        }
        int around = level;
        List<Layer> all = copies(drawn);
        return around == 0 ? all : all.stream().filter(copy -> origin(copy).orElseThrow().firstIn(around)).toList();
    }

    /**
     * What an object of {@link #network()} was drawn as: a layer, a layer inside a wrapper, the network. A connection
     * is that which ends at the same drawn layer. Empty where it is not part of the drawing, as inside a block that is
     * used by reference.
     */
    public <T extends EObject> Optional<T> drawn(T expanded) {
        return origins.drawn(expanded);
    }

    /**
     * The layers that were drawn of which this says something else than another expansion of the same drawing did.
     *
     * @param changed the layers of {@link #network()} that changed since, and those that are gone
     */
    public Set<Layer> affected(ExpandedNetwork before, Set<Layer> changed) {
        Set<Layer> affected = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Layer layer : changed) {
            origin(layer).or(() -> before.origin(layer)).ifPresent(origin -> addAround(origin.drawn(), affected));
        }
        origins.passing().forEach(mark -> {
            Optional<Layer> giver = giver(mark);
            if (giver.filter(changed::contains).isPresent() || !giver.equals(before.giver(mark))) {
                affected.add(mark);
            }
        });
        before.origins.passing().stream().filter(mark -> giver(mark).isEmpty()).forEach(affected::add);
        return affected;
    }

    private static void addAround(Layer drawn, Set<Layer> layers) {
        for (EObject around = drawn; around instanceof Layer layer; around = around.eContainer()) {
            layers.add(layer);
        }
    }

    /** What keeps blocks from being expanded; their layers are missing then. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * This, if all blocks could be expanded.
     *
     * @throws ReportedException with the first problem otherwise
     */
    public ExpandedNetwork orThrow() {
        problems.stream().filter(Problem::isError).findFirst().ifPresent(problem -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT, problem.message(), problem.explanation());
        });
        return this;
    }
}
