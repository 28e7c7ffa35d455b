// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.MessageDialog;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.add.BlockReferences;
import org.vesalius.network.ui.command.EditCommand;
import org.vesalius.network.ui.part.LayerPart;

/** The way of a block into a file of its own, for use in several networks, and the way back. */
final class BlockFileActions {
    private final Designer designer;
    private final BlockExchange exchange;

    BlockFileActions(Designer designer) {
        this.designer = Objects.requireNonNull(designer);
        exchange = new BlockExchange(designer.layerTypes());
    }

    void register() {
        designer.register(SelectedLayers.of(ActionInfo.SAVE_BLOCK, designer, layers -> isOne(Block.class, layers),
                layers -> attempt(ActionInfo.SAVE_BLOCK, network -> save((Block) layers.get(0).model(), network))));
        designer.register(SelectedLayers.of(ActionInfo.COPY_BLOCK, designer,
                layers -> isOne(BlockReference.class, layers),
                layers -> attempt(ActionInfo.COPY_BLOCK,
                        network -> copy((BlockReference) layers.get(0).model(), network))));
    }

    private static boolean isOne(Class<? extends Layer> type, List<LayerPart> layers) {
        return layers.size() == 1 && type.isInstance(layers.get(0).model());
    }

    /** Does what needs the file of the network, or tells why it can't be done. */
    private void attempt(ActionInfo face, Act act) {
        Optional<IFile> network = designer.resource().filter(file -> file.getLocation() != null);
        if (network.isEmpty()) {
            inform(face, "Blocks in files belong to a project. Save the network in a project first.");
            return;
        }
        try {
            act.on(network.get());
        } catch (OperationCanceledException e) {
            return;
        } catch (ReportedException e) {
            ILog.of(BlockFileActions.class).error("A block could not be moved between network and file",
                    LoggedFailure.of(e));
            MessageDialog.openError(designer.getSite().getShell(), face.tooltip(), e.report());
        }
    }

    private void inform(ActionInfo face, String message) {
        MessageDialog.openInformation(designer.getSite().getShell(), face.tooltip(), message);
    }

    private void save(Block block, IFile network) {
        Optional<String> refusal = EditCommand.referToFile(block, "").refusal();
        if (refusal.isPresent()) {
            inform(ActionInfo.SAVE_BLOCK, refusal.get());
            return;
        }
        new BlockPlace(network).ask(designer.getSite().getShell(), block.getName())
                .ifPresent(file -> save(block, network, file));
    }

    private void save(Block block, IFile network, IFile file) {
        Path from = network.getLocation().toPath();
        Block copy = EcoreUtil.copy(block);
        BlockReferences.moved(from, file).ifPresent(moved -> moved.apply(copy));
        exchange.write(copy, file);
        EditCommand<BlockReference> command = EditCommand.referToFile(block,
                BlockReferences.path(from, file.getLocation().toPath()));
        designer.commands().execute(command);
        designer.reveal(command.result().getId());
    }

    private void copy(BlockReference reference, IFile network) {
        EditCommand<Block> command = EditCommand.copyFromFile(reference,
                exchange.read(network.getLocation().toPath(), reference.getPath()));
        designer.commands().execute(command);
        designer.reveal(command.result().getId());
    }

    /** What is done with the file of the network. */
    @FunctionalInterface
    private interface Act {
        void on(IFile network);
    }
}
