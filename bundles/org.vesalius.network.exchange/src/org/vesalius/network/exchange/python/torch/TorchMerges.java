// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.List;
import java.util.stream.Collectors;
import org.vesalius.network.Concatenate;
import org.vesalius.network.Dot;

/** Layers that join several inputs. */
final class TorchMerges {
    private TorchMerges() {
    }

    /** Inputs joined by an operator. */
    static TorchSignal operator(String operator, TorchSite site) {
        List<TorchSignal> inputs = alike(site);
        return site.result(inputs.stream().map(TorchSignal::variable).collect(Collectors.joining(operator)),
                inputs.get(0).channelsFirst());
    }

    static TorchSignal average(TorchSite site) {
        List<TorchSignal> inputs = alike(site);
        return site.result(inputs.stream().map(TorchSignal::variable).collect(Collectors.joining(" + ", "(",
                ") / " + inputs.size())), inputs.get(0).channelsFirst());
    }

    /** Inputs joined by a function of two. */
    static TorchSignal function(String function, TorchSite site) {
        List<TorchSignal> inputs = alike(site);
        String joined = inputs.stream().map(TorchSignal::variable)
                .reduce((a, b) -> function + "(" + a + ", " + b + ")").orElseThrow();
        return site.result(joined, inputs.get(0).channelsFirst());
    }

    static TorchSignal concatenate(Concatenate layer, TorchSite site) {
        List<TorchSignal> inputs = alike(site);
        String all = inputs.stream().map(TorchSignal::variable).collect(Collectors.joining(", "));
        return site.result("torch.cat((" + all + "), " + inputs.get(0).channelAxis() + ")",
                inputs.get(0).channelsFirst());
    }

    static TorchSignal dot(Dot layer, TorchSite site) {
        List<String> inputs = site.inputs(false).stream().map(TorchSignal::variable)
                .map(x -> layer.isNormalize() ? x + " / " + x + ".square().sum(-1, keepdim=True).clamp_min(1e-12).sqrt()"
                        : x)
                .map(x -> layer.isNormalize() ? "(" + x + ")" : x).toList();
        boolean vectors = site.input().rank() == 1;
        return site.result(vectors ? "(" + inputs.get(0) + " * " + inputs.get(1) + ").sum(-1, keepdim=True)"
                : inputs.get(0) + " @ " + inputs.get(1) + ".transpose(1, 2)", false);
    }

    private static List<TorchSignal> alike(TorchSite site) {
        boolean first = site.inputs().stream().anyMatch(input -> input.channelsFirst() && input.rank() > 1);
        return site.inputs(first);
    }
}
