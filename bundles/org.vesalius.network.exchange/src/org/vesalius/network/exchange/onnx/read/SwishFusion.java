// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import java.util.Optional;

/** Swish as x·sigmoid(x). */
final class SwishFusion extends ProductFusion {
    SwishFusion() {
        super("Swish");
    }

    @Override
    Optional<String> argument(List<String> factors, Pattern pattern, List<ForeignNode> parts) {
        Optional<ForeignNode> sigmoid = among(factors, "Sigmoid", pattern)
                .filter(node -> factors.size() == 2 && factors.contains(node.input(0)));
        sigmoid.ifPresent(parts::add);
        return sigmoid.map(node -> node.input(0));
    }
}
