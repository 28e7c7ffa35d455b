// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.Optional;
import org.vesalius.network.Dense;

/** Dense layers: Gemm for a vector, MatMul along the last axis for anything longer. */
final class DenseWriter implements LayerWriter<Dense> {
    @Override
    public Signal write(Dense layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        String kernel = site.weight("kernel");
        Optional<String> bias = site.weightIf(layer.isUseBias(), "bias");
        String value = in.rank() == 1 ? gemm(in, kernel, bias, site) : product(in, kernel, bias, site);
        return Functions.apply(layer.getActivation(), new Signal(value, site.shape(), Layout.NATURAL, in.lengths()),
                site);
    }

    private static String gemm(Signal in, String kernel, Optional<String> bias, LayerSite site) {
        Op gemm = site.op("Gemm").in(in.value(), kernel);
        bias.ifPresent(gemm::in);
        return gemm.out();
    }

    private static String product(Signal in, String kernel, Optional<String> bias, LayerSite site) {
        String product = site.op("MatMul").in(in.value(), kernel).out();
        return bias.map(b -> site.op("Add").in(product, b).out()).orElse(product);
    }
}
