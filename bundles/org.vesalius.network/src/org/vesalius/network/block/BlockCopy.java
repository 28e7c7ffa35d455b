// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.meta.LayerInfo;

/** Copies all repetitions of a block, or of the block that a reference leads to, into the expanded network. */
final class BlockCopy {
    private final Expander expander;
    private final Scope scope;
    private final Layer layer;

    BlockCopy(Expander expander, Scope scope, Layer layer) {
        this.expander = expander;
        this.scope = scope;
        this.layer = layer;
    }

    /** Copies the repetitions one behind the other, and gives the result of the last one, if it is known. */
    Optional<Layer> run(List<Optional<Layer>> inputs) {
        if (!expander.withBlocks()) {
            return Optional.empty();
        }
        expander.enter(scope, layer);
        if (scope.level() >= BlockExpansion.DEEPEST) {
            report("network.block-depth", " stands inside more than " + (BlockExpansion.DEEPEST - 1)
                    + " blocks; ungroup some of them.", "Blocks so deep in each other can't be read, nor stored.");
            return Optional.empty();
        }
        if (layer instanceof Block block) {
            return repeat(block, varied(block.getRepeat()), inputs, repetition -> scope.inside(block, repetition, expander.changed(block)));
        }
        return find((BlockReference) layer).flatMap(found -> follow((BlockReference) layer, found, inputs));
    }

    private Optional<Layer> follow(BlockReference reference, BlockSource.Found found, List<Optional<Layer>> inputs) {
        Optional<String> unusable = new Referable(found.block()).fault(inputs.size());
        if (unusable.isPresent()) {
            report("network.block-file", " uses " + reference.getPath() + ", which " + unusable.get(),
                    "Open the file and mend the block there, or take another one.");
            return Optional.empty();
        }
        int wanted = varied(reference.getRepeat());
        return repeat(found.block(), wanted == 1 ? found.block().getRepeat() : wanted, inputs,
                repetition -> scope.inside(reference, repetition, found, expander.changed(reference)));
    }

    private Optional<BlockSource.Found> find(BlockReference reference) {
        BlockSource.Found found;
        try {
            found = scope.source().find(reference.getPath() == null ? "" : reference.getPath());
        } catch (ReportedException e) {
            report("network.block-file", " can't be used: " + e.getMessage(), e.remedy());
            return Optional.empty();
        }
        if (scope.files().contains(found.identity())) {
            report("network.block-ring", " leads back to the file that it stands in, so that it would never end.",
                    "A block can't hold itself, nor a block that holds it.");
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private Optional<Layer> repeat(Block block, int count, List<Optional<Layer>> inputs, Inside inside) {
        List<Optional<Layer>> next = new ArrayList<>(inputs);
        Optional<Layer> result = Optional.empty();
        for (int i = 0; i < Math.max(1, count); i++) {
            expander.count();
            Scope scopeInside = inside.of(new Repetition(block, i, Math.max(1, count)));
            result = new GraphCopy(expander, scopeInside, block, next).run();
            if (result.isEmpty()) {
                return result;
            }
            if (!next.isEmpty()) {
                next.set(0, result);
            }
        }
        return result;
    }

    private int varied(int drawn) {
        return new Variations(scope, expander.problems()).repeat(layer).orElse(drawn);
    }

    private void report(String check, String rest, String explanation) {
        Layer shown = scope.shownAt(layer);
        String called = LayerInfo.called(shown);
        expander.problems().add(Problem.error(check, DistinctProblems.subject(shown), called + rest, explanation,
                new RemoveElement("Remove " + called, shown)));
    }

    /** Where the inside of a repetition stands. */
    @FunctionalInterface
    private interface Inside {
        Scope of(Repetition repetition);
    }
}
