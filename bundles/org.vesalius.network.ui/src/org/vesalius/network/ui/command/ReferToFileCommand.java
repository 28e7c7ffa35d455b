// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Variation;
import org.vesalius.network.block.edit.ReferToFile;

/** Puts a reference to a file in place of a block that was saved there. */
public final class ReferToFileCommand extends NetworkCommand {
    private final ReferToFile edit;
    private BlockReference reference;

    /**
     * @param block a block in a network or in another block
     * @param path the file, relative to that of the network, with / between folders
     */
    public ReferToFileCommand(Block block, String path) {
        super("Save Block to File", (LayerGraph) block.eContainer());
        this.edit = new ReferToFile(block, Objects.requireNonNull(path));
    }

    /** Returns why a block can't be moved to a file, with what to do about it; empty if it can. */
    public static Optional<String> refusal(Block block) {
        for (EObject around = block.eContainer(); around != null; around = around.eContainer()) {
            if (around instanceof Block outer && outer.getVariations().stream().map(Variation::getLayer)
                    .anyMatch(layer -> layer != block && EcoreUtil.isAncestor(block, layer))) {
                return Optional.of("The block '" + outer.getName() + "' varies layers inside this block, which it can't"
                        + " do in a file. Remove these variations first, or save '" + outer.getName() + "' instead.");
            }
        }
        return Optional.empty();
    }

    /** Returns the reference that came in place of the block. */
    public BlockReference reference() {
        return reference;
    }

    @Override
    protected void change(LayerGraph graph) {
        reference = edit.apply();
    }
}
