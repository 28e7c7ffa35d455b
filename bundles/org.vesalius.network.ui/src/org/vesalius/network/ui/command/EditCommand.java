// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.Variation;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.block.edit.CopyFromFile;
import org.vesalius.network.block.edit.GroupLayers;
import org.vesalius.network.block.edit.MovedReferences;
import org.vesalius.network.block.edit.ReferToFile;
import org.vesalius.network.block.edit.UngroupBlock;
import org.vesalius.network.block.edit.VaryAttribute;
import org.vesalius.network.meta.AttributeInfo;

/**
 * An edit that is defined without a window, as an act that can be undone. It may be refused, with a reason.
 *
 * @param <R> what comes of it, such as the new block
 */
public final class EditCommand<R> extends NetworkCommand {
    private final Supplier<Optional<String>> refusal;
    private final Supplier<R> edit;
    private R result;

    private EditCommand(String label, LayerGraph graph, Supplier<Optional<String>> refusal, Supplier<R> edit) {
        super(label, graph);
        this.refusal = Objects.requireNonNull(refusal);
        this.edit = Objects.requireNonNull(edit);
    }

    /** Returns an act that is never refused and gives nothing. */
    public static EditCommand<Void> of(String label, LayerGraph graph, Runnable edit) {
        return new EditCommand<>(label, graph, Optional::empty, () -> {
            edit.run();
            return null;
        });
    }

    /** Makes a block of layers that lie in a graph. */
    public static EditCommand<Block> group(LayerGraph graph, Collection<? extends Layer> layers) {
        GroupLayers edit = new GroupLayers(List.copyOf(layers));
        return new EditCommand<>("Group", graph, edit::refusal, () -> {
            Rectangle area = BlockSpacing.area(layers);
            Block block = edit.apply();
            BlockSpacing.closeGap(block, area);
            return block;
        });
    }

    /** Puts what is inside a block in its place; the result is these layers. */
    public static EditCommand<List<Layer>> ungroup(Block block) {
        UngroupBlock edit = new UngroupBlock(block);
        LayerGraph graph = (LayerGraph) block.eContainer();
        return new EditCommand<>("Ungroup", graph, edit::refusal, () -> {
            Rectangle area = BlockSpacing.area(List.of(block));
            List<Layer> layers = edit.apply();
            BlockSpacing.makeRoom(graph, layers, area);
            return layers;
        });
    }

    /** Lets a value inside a block be calculated anew in each repetition; without an expression, be the same again. */
    public static EditCommand<Void> vary(VaryAttribute edit) {
        return new EditCommand<>("Vary " + AttributeInfo.of(edit.attribute()).label(), edit.block(), edit::refusal,
                () -> {
                    edit.apply();
                    return null;
                });
    }

    /** Puts a copy of the block that a reference leads to in place of the reference. */
    public static EditCommand<Block> copyFromFile(BlockReference reference, BlockSource.Found found) {
        return new EditCommand<>("Copy Block into Network", (LayerGraph) reference.eContainer(), Optional::empty,
                new CopyFromFile(reference, found)::apply);
    }

    /**
     * Puts a reference to a file in place of a block that was saved there.
     *
     * @param path the file, relative to that of the network, with / between folders
     */
    public static EditCommand<BlockReference> referToFile(Block block, String path) {
        return new EditCommand<>("Save Block to File", (LayerGraph) block.eContainer(), () -> variedFromOutside(block),
                new ReferToFile(block, path)::apply);
    }

    private static Optional<String> variedFromOutside(Block block) {
        for (EObject around = block.eContainer(); around != null; around = around.eContainer()) {
            if (around instanceof Block outer && outer.getVariations().stream().map(Variation::getLayer)
                    .anyMatch(layer -> layer != block && EcoreUtil.isAncestor(block, layer))) {
                return Optional.of("The block '" + outer.getName() + "' varies layers inside this block, which it can't"
                        + " do in a file. Remove these variations first, or save '" + outer.getName() + "' instead.");
            }
        }
        return Optional.empty();
    }

    /** Lets references lead to the same blocks after the network got a file in another folder. */
    public static EditCommand<Void> moveReferences(Network network, MovedReferences edit) {
        return of("Change Paths of Blocks", network, () -> edit.apply(network));
    }

    /** Returns why this can't be done, with what to do about it; empty if it can. */
    public Optional<String> refusal() {
        return refusal.get();
    }

    /** Returns what came of it; null before. */
    public R result() {
        return result;
    }

    @Override
    public boolean canExecute() {
        return refusal().isEmpty();
    }

    @Override
    protected void change(LayerGraph graph) {
        result = edit.get();
    }
}
