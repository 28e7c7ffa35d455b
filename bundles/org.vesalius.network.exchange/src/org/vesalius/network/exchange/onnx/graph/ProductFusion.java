// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions that are a value times something computed from it. */
abstract class ProductFusion implements Fusions.Fusion {
    private final String type;

    /** @param type the operator that the whole is */
    ProductFusion(String type) {
        this.type = type;
    }

    @Override
    public final Optional<Fusions.Fused> find(ForeignNode last, Pattern pattern) {
        if (!last.type().equals("Mul")) {
            return Optional.empty();
        }
        Pattern.Factors factors = pattern.factors(last);
        List<ForeignNode> parts = new ArrayList<>(factors.products());
        return argument(factors.values(), pattern, parts).map(x -> new Fusions.Fused(
                new ForeignNode(last.name(), type, List.of(x), last.outputs(), Map.of()), parts));
    }

    /**
     * The value x of the function, if the factors make it up.
     *
     * @param parts takes the operators between x and the factors
     */
    abstract Optional<String> argument(List<String> factors, Pattern pattern, List<ForeignNode> parts);

    /** The operator of a type that gives one of the factors. */
    static Optional<ForeignNode> among(List<String> factors, String operator, Pattern pattern) {
        return factors.stream().map(factor -> pattern.producer(factor, operator)).flatMap(Optional::stream)
                .findFirst();
    }

    /** Swish as x·sigmoid(x). */
    static final class Swish extends ProductFusion {
        Swish() {
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

    /** Mish as x·tanh(softplus(x)). */
    static final class Mish extends ProductFusion {
        Mish() {
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

    /** Gelu as x·(1 + erf(x/√2))·½, the factors in any order. */
    static final class Gelu extends ProductFusion {
        Gelu() {
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
            return divided.isPresent() ? divided : pattern.producer(value, "Mul")
                    .filter(node -> node.inputs().stream().anyMatch(input -> pattern.isNumber(input, Math.sqrt(0.5))));
        }
    }
}
