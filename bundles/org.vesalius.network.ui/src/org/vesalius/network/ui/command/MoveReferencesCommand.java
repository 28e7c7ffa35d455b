// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.block.edit.MovedReferences;

/** Lets references lead to the same blocks after the network got a file in another folder. */
public final class MoveReferencesCommand extends NetworkCommand {
    private final MovedReferences edit;

    /** @param edit how the paths change */
    public MoveReferencesCommand(Network network, MovedReferences edit) {
        super("Change Paths of Blocks", network);
        this.edit = Objects.requireNonNull(edit);
    }

    @Override
    protected void change(LayerGraph graph) {
        edit.apply(graph);
    }
}
