// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import org.vesalius.network.BatchNormalization;
import org.vesalius.network.GroupNormalization;
import org.vesalius.network.LayerNormalization;
import org.vesalius.network.Normalization;
import org.vesalius.network.PReLU;
import org.vesalius.network.Rescaling;

/** Layers that shift and scale. */
final class TorchNormalizations {
    private TorchNormalizations() {
    }

    static TorchSignal batch(BatchNormalization layer, TorchSite site) {
        TorchSignal in = site.input(true);
        boolean both = layer.isScale() && layer.isCenter();
        String made = site.part("nn.BatchNorm" + Math.max(1, in.rank() - 1) + "d(" + in.shape().last().size()
                + ", eps=" + layer.getEpsilon() + ", momentum=" + (float) (1 - layer.getMomentum())
                + Python.unless(both, "affine=False") + ")");
        site.load("moving_mean", ".running_mean", "");
        site.load("moving_variance", ".running_var", "");
        String normalized = made + "(" + in.variable() + ")";
        if (both) {
            site.load("gamma", ".weight", "");
            site.load("beta", ".bias", "");
            return site.result(normalized, true);
        }
        return site.result(own(normalized, layer.isScale(), layer.isCenter(), in, site), true);
    }

    static TorchSignal layer(LayerNormalization layer, TorchSite site) {
        TorchSignal in = site.input(false);
        int features = in.shape().last().size();
        if (layer.isScale() && layer.isCenter()) {
            String made = site.part("nn.LayerNorm(" + features + ", eps=" + layer.getEpsilon() + ")");
            site.load("gamma", ".weight", "");
            site.load("beta", ".bias", "");
            return site.result(made + "(" + in.variable() + ")", false);
        }
        String normalized = "F.layer_norm(" + in.variable() + ", (" + features + ",), eps=" + layer.getEpsilon() + ")";
        return site.result(own(normalized, layer.isScale(), layer.isCenter(), in, site), false);
    }

    static TorchSignal groups(GroupNormalization layer, TorchSite site) {
        TorchSignal in = site.input(true);
        int channels = in.shape().last().size();
        int groups = layer.getGroups() < 0 ? channels : layer.getGroups();
        boolean both = layer.isScale() && layer.isCenter();
        String made = site.part("nn.GroupNorm(" + groups + ", " + channels + ", eps=" + layer.getEpsilon()
                + Python.unless(both, "affine=False") + ")");
        String normalized = made + "(" + in.variable() + ")";
        if (both) {
            site.load("gamma", ".weight", "");
            site.load("beta", ".bias", "");
            return site.result(normalized, true);
        }
        return site.result(own(normalized, layer.isScale(), layer.isCenter(), in, site), true);
    }

    /** Times or plus a parameter of the layer's own, where PyTorch has both or none. */
    private static String own(String normalized, boolean scale, boolean center, TorchSignal in, TorchSite site) {
        String spread = in.channelsFirst() ? in.rank() > 1 ? ".view(-1" + ", 1".repeat(in.rank() - 1) + ")" : "" : "";
        int channels = in.shape().last().size();
        if (scale) {
            site.load("gamma", "_gamma", "");
            return normalized + " * " + site.part("gamma", "nn.Parameter(torch.ones(" + channels + "))") + spread;
        }
        if (center) {
            site.load("beta", "_beta", "");
            return normalized + " + " + site.part("beta", "nn.Parameter(torch.zeros(" + channels + "))") + spread;
        }
        return normalized;
    }

    static TorchSignal stored(Normalization layer, TorchSite site) {
        TorchSignal in = site.input(false);
        for (String name : new String[] {"mean", "variance", "count"}) {
            buffer(name, site);
        }
        String self = "self." + site.name();
        return site.result("(" + in.variable() + " - " + self + "_mean) / " + self
                + "_variance.sqrt().clamp_min(1e-7)", false);
    }

    private static void buffer(String weight, TorchSite site) {
        String fill = weight.equals("variance") ? "ones" : "zeros";
        site.code().part("self.register_buffer(\"" + site.name() + "_" + weight + "\", torch." + fill + "("
                + Python.tuple(site.spec(weight).shape()) + "))");
        site.load(weight, "_" + weight, "");
    }

    static TorchSignal rescaling(Rescaling layer, TorchSite site) {
        TorchSignal in = site.input();
        return site.result(in.variable() + " * " + layer.getScale() + " + " + layer.getOffset(), in.channelsFirst());
    }

    static TorchSignal prelu(PReLU layer, TorchSite site) {
        TorchSignal in = site.input(false);
        String slopes = site.part("slopes", "nn.Parameter(torch.zeros("
                + Python.tuple(site.spec("alpha").shape()) + "))");
        site.load("alpha", "_slopes", "");
        String x = in.variable();
        return site.result("torch.where(" + x + " < 0, " + slopes + " * " + x + ", " + x + ")", false);
    }
}
