// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.TimeDistributed;

/** A layer at every step: the steps become samples and then steps again, unless the layer takes a sequence anyway. */
final class TorchTimeDistributed implements TorchLayer<TimeDistributed> {
    private final TorchLayers layers;

    /** @param layers the code of the layers inside */
    TorchTimeDistributed(TorchLayers layers) {
        this.layers = layers;
    }

    @Override
    public TorchSignal write(TimeDistributed layer, TorchSite site) {
        Layer inside = layer.getLayer();
        if (inside == null) {
            throw site.refuse("there is no layer inside", "Choose a layer for its inside.");
        }
        TorchSignal in = site.input(false);
        if (inside instanceof Dense) {
            return layers.write(inside, site.with(in, site.shape()));
        }
        String steps = site.code().names().variable(site.name() + "_steps");
        site.code().step(steps + " = " + in.variable() + ".flatten(0, 1)  # steps as samples");
        TorchSite step = site.with(new TorchSignal(steps, TorchShapes.withoutTime(in.shape()), false),
                TorchShapes.withoutTime(site.shape()));
        TorchSignal result = step.in(false, layers.write(inside, step));
        String whole = site.code().names().variable(site.name() + "_sequence");
        site.code().step(whole + " = " + result.variable() + ".unflatten(0, " + in.variable() + ".shape[:2])");
        return new TorchSignal(whole, site.shape(), false);
    }
}
