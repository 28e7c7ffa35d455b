// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions of a few operators. */
final class SmallFusions {
    private SmallFusions() {
    }

    static List<Fusions.Fusion> all() {
        return List.of(SmallFusions::logSigmoid, SmallFusions::softsign);
    }

    /** ln σ(x). */
    private static Optional<Fusions.Fused> logSigmoid(ForeignNode last, Pattern pattern) {
        if (!last.type().equals("Log")) {
            return Optional.empty();
        }
        return pattern.producer(last.input(0), "Sigmoid")
                .map(sigmoid -> fused(last, "LogSigmoid", sigmoid.input(0), List.of(sigmoid)));
    }

    /** x/(1 + |x|). */
    private static Optional<Fusions.Fused> softsign(ForeignNode last, Pattern pattern) {
        if (!last.type().equals("Div")) {
            return Optional.empty();
        }
        Optional<ForeignNode> sum = pattern.producer(last.input(1), "Add")
                .filter(node -> node.inputs().stream().anyMatch(input -> pattern.isNumber(input, 1)));
        Optional<ForeignNode> absolute = sum.flatMap(node -> ProductFusion.among(node.inputs(), "Abs", pattern))
                .filter(node -> node.input(0).equals(last.input(0)));
        return absolute.map(node -> fused(last, "Softsign", node.input(0), List.of(sum.get(), node)));
    }

    private static Fusions.Fused fused(ForeignNode last, String type, String x, List<ForeignNode> parts) {
        return new Fusions.Fused(new ForeignNode(last.name(), type, List.of(x), last.outputs(), Map.of()), parts);
    }
}
