// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.command.EditCommand;
import org.vesalius.network.ui.command.ExpandCommand;
import org.vesalius.network.ui.part.LayerPart;

/** What can be done with blocks. */
final class BlockActions {
    private final Designer designer;

    BlockActions(Designer designer) {
        this.designer = Objects.requireNonNull(designer);
    }

    void register() {
        designer.register(SelectedLayers.of(ActionInfo.GROUP, designer, BlockActions::lieTogether, this::group));
        designer.register(SelectedLayers.of(ActionInfo.UNGROUP, designer, BlockActions::isBlock, this::ungroup));
        designer.register(SelectedLayers.of(ActionInfo.EXPAND, designer, BlockActions::isBlock, this::toggle));
        designer.register(SelectedLayers.of(ActionInfo.OPEN_BLOCK, designer, BlockActions::isBlock,
                layers -> designer.show(block(layers))));
    }

    private static boolean lieTogether(List<LayerPart> layers) {
        return !layers.isEmpty()
                && layers.stream().allMatch(layer -> layer.getParent() == layers.get(0).getParent());
    }

    private static boolean isBlock(List<LayerPart> layers) {
        return layers.size() == 1 && layers.get(0).model() instanceof Block;
    }

    private static Block block(List<LayerPart> layers) {
        return (Block) layers.get(0).model();
    }

    private void group(List<LayerPart> layers) {
        EditCommand<Block> command = EditCommand.group(layers.get(0).graph(),
                layers.stream().map(LayerPart::model).toList());
        if (done(command)) {
            select(List.of(command.result()));
        }
    }

    private void ungroup(List<LayerPart> layers) {
        EditCommand<List<Layer>> command = EditCommand.ungroup(block(layers));
        if (done(command)) {
            select(command.result());
        }
    }

    /** Carries an act out, or tells why it can't be. */
    private boolean done(EditCommand<?> command) {
        Optional<String> refusal = command.refusal();
        if (refusal.isPresent()) {
            MessageDialog.openInformation(designer.getSite().getShell(), command.getLabel(), refusal.get());
            return false;
        }
        designer.commands().execute(command);
        return true;
    }

    private void select(Collection<? extends Layer> layers) {
        designer.viewer().setSelection(new StructuredSelection(layers.stream()
                .map(designer.viewer().getEditPartRegistry()::get).filter(Objects::nonNull).toList()));
    }

    private void toggle(List<LayerPart> layers) {
        Block block = block(layers);
        designer.commands().execute(new ExpandCommand(block, block.isCollapsed()));
    }
}
