// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.fix.RemoveConnection;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.meta.LayerInfo;

/** Nothing follows an Output, nor a Block output inside its block. */
final class OutputLastCheck implements NetworkCheck {
    @Override
    public List<Problem> check(CheckedNetwork network) {
        return network.drawnLayers().stream()
                .filter(layer -> layer instanceof Output || layer instanceof BlockOutput)
                .filter(output -> !Successors.connections(output).isEmpty()).map(OutputLastCheck::problem).toList();
    }

    private static Problem problem(Layer output) {
        List<Fix> fixes = Successors.connections(output).stream().map(OutputLastCheck::removal).toList();
        return new Problem("network.output-last", Severity.ERROR, CheckedNetwork.subject(output),
                LayerInfo.called(output) + " feeds another layer; connect the layer before it instead.",
                "An Output marks the end of a network, a Block output that of a block; neither computes.", fixes);
    }

    private static Fix removal(Connection connection) {
        String target = connection.getTarget() == null ? "nowhere" : LayerInfo.called(connection.getTarget());
        return new RemoveConnection("Remove the connection to " + target, connection);
    }
}
