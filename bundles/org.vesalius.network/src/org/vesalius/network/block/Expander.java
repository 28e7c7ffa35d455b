// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.fix.NewId;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.incremental.DrawnChanges;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Saturated;

/** One expansion: what has come out so far, and how much more may. */
final class Expander {
    private final Network drawing;
    private final BlockSource source;
    private final RecordedOrigins origins = new RecordedOrigins();
    private final DistinctProblems problems = new DistinctProblems();
    private final FlatNetwork flat;
    private final Copies copies;
    private final DrawnChanges changes;
    private final boolean withBlocks;
    private final Set<String> ids = new HashSet<>();
    private int count;
    private Optional<Layer> outermost = Optional.empty();

    /**
     * @param flat what is filled
     * @param copies what was copied into it before
     * @param changes what changed in the drawing since
     */
    Expander(Network drawing, BlockSource source, FlatNetwork flat, Copies copies, DrawnChanges changes) {
        this(drawing, source, flat, copies, changes, true);
    }

    private Expander(Network drawing, BlockSource source, FlatNetwork flat, Copies copies, DrawnChanges changes,
            boolean withBlocks) {
        this.drawing = drawing;
        this.source = source;
        this.flat = flat;
        this.copies = copies;
        this.changes = changes;
        this.withBlocks = withBlocks;
    }

    /** What is left of a network that can't be expanded: the layers outside blocks. */
    private Expander withoutBlocks(Problem reason) {
        Expander rest = new Expander(drawing, source, new FlatNetwork(), Copies.of(Optional.empty()), changes, false);
        rest.problems.add(reason);
        return rest;
    }

    ExpandedNetwork expand() {
        flat.begin();
        flat.network().setName(drawing.getName());
        flat.network().setDescription(drawing.getDescription());
        origins.drawing(flat.network(), drawing);
        try {
            new GraphCopy(this, Scope.outermost(source, copies), drawing, List.of()).run();
        } catch (TooManyLayers e) {
            return withoutBlocks(tooLarge(outermost.orElseThrow())).expand();
        }
        copies.finish();
        flat.finish(changes.structure());
        return new ExpandedNetwork(flat.network(), origins, problems.problems());
    }

    /** Whether a layer of the drawing changed since the expansion before, or anything in it. */
    boolean changed(Layer drawn) {
        return changes.layers().contains(drawn);
    }

    /** The order of computation of a part of the drawing, or of a block in a file. */
    TopologicalOrder order(LayerGraph graph) {
        return changes.orders().of(graph);
    }

    /** Whether blocks are expanded; otherwise nothing is known of them. */
    boolean withBlocks() {
        return withBlocks;
    }

    FlatNetwork flat() {
        return flat;
    }

    RecordedOrigins origins() {
        return origins;
    }

    DistinctProblems problems() {
        return problems;
    }

    /** Says which block is expanded next, before it is. */
    void enter(Scope scope, Layer layer) {
        if (scope.level() > 0) {
            return;
        }
        outermost = Optional.of(layer);
        if (layer instanceof Block block && nominal(block) > BlockExpansion.MOST_LAYERS) {
            throw new TooManyLayers();
        }
    }

    /** Takes an id for a layer. The id of one block may look like that of a repetition of another. */
    void claim(String id, Scope scope) {
        if (ids.add(id) || scope.level() == 0) {
            return;
        }
        Layer block = scope.blocks().get(scope.blocks().size() - 1);
        String called = LayerInfo.called(block);
        problems.add(Problem.error("network.id", DistinctProblems.subject(block), "Layers inside " + called
                + " have the ids of others once the blocks are laid out.",
                "Experiments and trained weights refer to layers by their ids.",
                new NewId("Give " + called + " a new id", block)));
    }

    private static long nominal(Block block) {
        return Saturated.times(Math.max(1, block.getRepeat()), NominalSize.of(block));
    }

    /** Counts a layer or a repetition; an empty block that is repeated for ever has to end, too. */
    void count() {
        if (++count > BlockExpansion.MOST_LAYERS) {
            throw new TooManyLayers();
        }
    }

    private static Problem tooLarge(Layer block) {
        String called = LayerInfo.called(block);
        return new Problem("network.block-size", Severity.ERROR, DistinctProblems.subject(block),
                String.format(Locale.ROOT, "%s brings the network to more than %,d layers; repeat it, or the blocks in it, less"
                        + " often.", called, BlockExpansion.MOST_LAYERS),
                "Repetitions of blocks inside repeated blocks multiply. Networks of this size can't be trained.",
                List.of(new RemoveElement("Remove " + called, block)));
    }

    /** Ends an expansion that grows beyond all measure; thrown and caught inside this package. */
    private static final class TooManyLayers extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLayers() {
            super("too many layers", null, false, false);
        }
    }
}
