// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import org.vesalius.network.SpatialDropout;

/** Layers that do something in training only. */
final class TorchDropouts {
    private TorchDropouts() {
    }

    /** A dropout that PyTorch has. */
    static TorchSignal plain(String type, double rate, TorchSite site) {
        String made = site.part(type + "(" + rate + ")");
        return site.result(made + "(" + site.input().variable() + ")", site.input().channelsFirst());
    }

    static TorchSignal spatial(SpatialDropout layer, TorchSite site) {
        TorchSignal in = site.input(true);
        String made = site.part("nn.Dropout" + Math.max(1, in.rank() - 1) + "d(" + layer.getRate() + ")");
        return site.result(made + "(" + in.variable() + ")", true);
    }

    /** Something that happens in training. */
    static TorchSignal noise(String expression, TorchSite site) {
        TorchSignal in = site.input();
        return site.result(expression + " if self.training else " + in.variable(), in.channelsFirst());
    }
}
