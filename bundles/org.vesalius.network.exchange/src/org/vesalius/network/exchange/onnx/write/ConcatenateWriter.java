// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import org.vesalius.network.Concatenate;

/** Joins along the axis of the channels, wherever that lies. */
final class ConcatenateWriter implements LayerWriter<Concatenate> {
    @Override
    public Signal write(Concatenate layer, LayerSite site) {
        List<Signal> inputs = site.inputs(MergeWriter.commonLayout(site.inputs()));
        String value = site.op("Concat").in(inputs.stream().map(Signal::value).toArray(String[]::new))
                .integer("axis", inputs.get(0).channelAxis()).out();
        return new Signal(value, site.shape(), inputs.get(0).layout(), MergeWriter.lengths(inputs));
    }
}
