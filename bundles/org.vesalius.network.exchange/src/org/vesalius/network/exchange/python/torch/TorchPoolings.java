// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.Pooling;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.exchange.window.Sliding;

/** Poolings. */
final class TorchPoolings {
    private TorchPoolings() {
    }

    static TorchSignal windowed(Pooling layer, Sliding window, TorchSite site) {
        TorchSignal in = site.input(true);
        TorchConvolutions.Border border = TorchConvolutions.Border.of(window, in, site);
        String step = window.stride().equals(window.kernel()) ? "" : ", " + Python.size(window.stride());
        String tail = ", " + Python.size(window.kernel()) + step + ")";
        if (layer.getKind() == PoolingKind.MAX) {
            String padded = border.isEmpty() ? in.variable() : border.around(in.variable(), "-torch.inf");
            return site.result("F.max_pool" + window.axes() + "d(" + padded + tail, true);
        }
        String call = "F.avg_pool" + window.axes() + "d(";
        if (border.isEmpty()) {
            return site.result(call + in.variable() + tail, true);
        }
        // what lies outside does not count, so the mean is divided by the share that lies inside
        String ones = "torch.ones_like(" + in.variable() + ")";
        return site.result(call + border.around(in.variable(), "0") + tail + " / " + call + border.around(ones, "0")
                + tail, true);
    }

    static TorchSignal global(GlobalPooling layer, TorchSite site) {
        TorchSignal in = site.input();
        List<Integer> places = IntStream.range(0, in.rank() - 1).map(in::axis).sorted().boxed().toList();
        String kept = layer.isKeepAxes() ? ", keepdim=True" : "";
        String axes = places.size() == 1 ? places.get(0).toString() : Python.tuple(places);
        String call = layer.getKind() == PoolingKind.MAX ? "torch.amax(" + in.variable() + ", " + axes + kept + ")"
                : in.variable() + ".mean(" + axes + kept + ")";
        return site.result(call, layer.isKeepAxes() && in.channelsFirst());
    }
}
