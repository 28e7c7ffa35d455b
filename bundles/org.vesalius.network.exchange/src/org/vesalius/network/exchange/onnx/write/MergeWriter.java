// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import java.util.Optional;
import org.vesalius.network.Layer;

/**
 * Layers that join several inputs number by number.
 *
 * @param type the operator
 * @param variadic whether the operator takes any number of inputs; otherwise it is applied from left to right
 * @param <L> the layer type
 */
record MergeWriter<L extends Layer>(String type, boolean variadic) implements LayerWriter<L> {
    @Override
    public Signal write(L layer, LayerSite site) {
        List<Signal> inputs = site.inputs(commonLayout(site.inputs()));
        String[] values = inputs.stream().map(Signal::value).toArray(String[]::new);
        String value = variadic ? site.op(type).in(values).out() : leftToRight(values, site);
        return new Signal(value, site.shape(), inputs.get(0).layout(), lengths(inputs));
    }

    /** Channels first if one input lies so, since convolutions then stay among themselves. */
    static Layout commonLayout(List<Signal> inputs) {
        Layout first = inputs.get(0).layout();
        if (inputs.stream().allMatch(input -> input.layout() == first)) {
            return first;
        }
        return inputs.stream().anyMatch(input -> input.layout() == Layout.CHANNELS_FIRST && input.rank() > 1)
                ? Layout.CHANNELS_FIRST : Layout.NATURAL;
    }

    static Optional<String> lengths(List<Signal> inputs) {
        return inputs.stream().map(Signal::lengths).flatMap(Optional::stream).findFirst();
    }

    private String leftToRight(String[] values, LayerSite site) {
        String result = values[0];
        for (int i = 1; i < values.length; i++) {
            result = site.op(type).in(result, values[i]).out();
        }
        return result;
    }
}
