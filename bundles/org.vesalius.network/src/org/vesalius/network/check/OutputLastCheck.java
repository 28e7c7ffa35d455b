// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Connection;
import org.vesalius.network.Output;
import org.vesalius.network.fix.RemoveConnection;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.meta.LayerInfo;

/** Nothing follows an Output. */
final class OutputLastCheck implements NetworkCheck {
    @Override
    public List<Problem> check(CheckedNetwork network) {
        return network.layers(Output.class).stream().filter(output -> !Successors.connections(output).isEmpty())
                .map(OutputLastCheck::problem).toList();
    }

    private static Problem problem(Output output) {
        List<Fix> fixes = Successors.connections(output).stream().map(OutputLastCheck::removal).toList();
        return new Problem("network.output-last", Severity.ERROR, CheckedNetwork.subject(output),
                LayerInfo.called(output) + " feeds another layer; connect the layer before it instead.",
                "An Output marks the end: it computes nothing and compares what comes in with the truth.", fixes);
    }

    private static Fix removal(Connection connection) {
        String target = connection.getTarget() == null ? "nowhere" : LayerInfo.called(connection.getTarget());
        return new RemoveConnection("Remove the connection to " + target, connection);
    }
}
