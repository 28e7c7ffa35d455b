// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import java.util.Optional;

/** Mish as x·tanh(softplus(x)). */
final class MishFusion extends ProductFusion {
    MishFusion() {
        super("Mish");
    }

    @Override
    Optional<String> argument(List<String> factors, Pattern pattern, List<ForeignNode> parts) {
        Optional<ForeignNode> tanh = among(factors, "Tanh", pattern);
        Optional<ForeignNode> softplus = tanh.flatMap(node -> pattern.producer(node.input(0), "Softplus"))
                .filter(node -> factors.size() == 2 && factors.contains(node.input(0)));
        softplus.ifPresent(node -> parts.addAll(List.of(tanh.get(), node)));
        return softplus.map(node -> node.input(0));
    }
}
