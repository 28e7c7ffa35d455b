// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import java.util.Optional;

/** Gelu as x·(1 + erf(x/√2))·½, the factors in any order. */
final class GeluFusion extends ProductFusion {
    GeluFusion() {
        super("Gelu");
    }

    @Override
    Optional<String> argument(List<String> factors, Pattern pattern, List<ForeignNode> parts) {
        Optional<ForeignNode> raised = factors.stream().map(factor -> pattern.producer(factor, "Add"))
                .flatMap(Optional::stream).filter(add -> among(add.inputs(), "Erf", pattern).isPresent()).findFirst();
        if (raised.isEmpty() || factors.size() != 3
                || factors.stream().noneMatch(factor -> pattern.isNumber(factor, 0.5))) {
            return Optional.empty();
        }
        Optional<ForeignNode> erf = among(raised.get().inputs(), "Erf", pattern);
        Optional<ForeignNode> scaled = erf.flatMap(node -> scaled(node.input(0), pattern));
        if (scaled.isEmpty() || raised.get().inputs().stream().noneMatch(input -> pattern.isNumber(input, 1))) {
            return Optional.empty();
        }
        parts.addAll(List.of(raised.get(), erf.get(), scaled.get()));
        return scaled.get().inputs().stream().filter(factors::contains).findFirst();
    }

    private static Optional<ForeignNode> scaled(String value, Pattern pattern) {
        Optional<ForeignNode> divided = pattern.producer(value, "Div")
                .filter(node -> pattern.isNumber(node.input(1), Math.sqrt(2)));
        return divided.isPresent() ? divided : pattern.producer(value, "Mul").filter(node ->
                node.inputs().stream().anyMatch(input -> pattern.isNumber(input, Math.sqrt(0.5))));
    }
}
