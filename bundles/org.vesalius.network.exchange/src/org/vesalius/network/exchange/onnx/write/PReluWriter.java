// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.PReLU;

/** PReLU; its slopes lie as the signal does. */
final class PReluWriter implements LayerWriter<PReLU> {
    @Override
    public Signal write(PReLU layer, LayerSite site) {
        boolean channelsFirst = site.input().layout() == Layout.CHANNELS_FIRST;
        Signal in = channelsFirst ? site.input() : site.input(Layout.NATURAL);
        String slopes = site.weight("alpha", channelsFirst ? lastFirst(in.rank()) : WeightLayout.SAME);
        return in.with(site.op("PRelu").in(in.value(), slopes).out());
    }

    private static WeightLayout lastFirst(int rank) {
        List<Integer> order = new ArrayList<>(List.of(rank - 1));
        IntStream.range(0, rank - 1).forEach(order::add);
        return WeightLayout.transposed(order);
    }
}
