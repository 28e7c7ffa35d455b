// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.compare;

import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.ui.command.NetworkCommand;

/** Takes one difference over. */
final class TakeCommand extends NetworkCommand {
    private final Difference difference;

    TakeCommand(Network left, Difference difference) {
        super("Take " + difference.what(), left);
        this.difference = difference;
    }

    @Override
    protected void change(LayerGraph graph) {
        difference.take().run();
    }
}
