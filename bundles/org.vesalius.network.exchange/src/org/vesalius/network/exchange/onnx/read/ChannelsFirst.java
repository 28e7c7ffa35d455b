// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;

/** Values that lie as ONNX' convolutions want them: samples, channels, places. */
final class ChannelsFirst {
    private ChannelsFirst() {
    }

    /** The value by a layer whose channels come last. */
    static View in(View value, ForeignNode node, Reading reading) throws NotExpressible {
        if (!value.isBatchFirst() || value.rank() < 2) {
            throw new NotExpressible("the samples do not lie along the first axis");
        }
        return reading.arranged(value, value.channelsLast(), node.called());
    }

    /** A layer's result, channels last, as the value of the graph, channels first. */
    static View out(View result) {
        List<List<Atom>> groups = new ArrayList<>(result.groups());
        groups.add(1, groups.remove(groups.size() - 1));
        return result.under(groups);
    }
}
