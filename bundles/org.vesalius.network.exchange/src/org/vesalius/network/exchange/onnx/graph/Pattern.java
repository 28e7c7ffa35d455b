// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked about the surroundings of an operator. */
final class Pattern {
    private static final int DEEPEST_PRODUCT = 4;

    private final ForeignGraph graph;
    private final Map<String, ForeignNode> producers;
    private final ArrayReader arrays = new ArrayReader(Path.of(""));

    Pattern(ForeignGraph graph) {
        this.graph = graph;
        this.producers = graph.producers();
    }

    /** The operator that gives a value, if it is of a type. */
    Optional<ForeignNode> producer(String value, String type) {
        return Optional.ofNullable(producers.get(value)).filter(node -> node.type().equals(type));
    }

    /** The constant that a value is, if it holds a single number. */
    Optional<Double> number(String value) {
        return tensor(value).filter(tensor -> tensor.getDimsList().stream().allMatch(size -> size == 1))
                .map(tensor -> arrays.read(tensor).single());
    }

    /** Whether a value is about this number. */
    boolean isNumber(String value, double expected) {
        return number(value).filter(number -> Math.abs(number - expected) < 1e-5).isPresent();
    }

    /** Whether a value is a constant with axes. */
    boolean isConstant(String value) {
        return rank(value) > 0;
    }

    /** How many axes a constant has; -1 for what is none. */
    int rank(String value) {
        return tensor(value).map(TensorProto::getDimsCount).orElse(-1);
    }

    /** The axes that a reduction runs over; empty if the file does not say. */
    List<Long> axes(ForeignNode reduction) {
        return reduction.has("axes") ? reduction.integers("axes")
                : tensor(reduction.input(1)).map(tensor -> arrays.read(tensor).longs()).orElse(List.of());
    }

    /** What a product multiplies, products in it taken apart; and these products. */
    Factors factors(ForeignNode product) {
        Factors factors = new Factors(new ArrayList<>(), new ArrayList<>());
        collect(product, factors, 0);
        return factors;
    }

    /**
     * A product.
     *
     * @param values what is multiplied
     * @param products the operators in it, the last left out
     */
    record Factors(List<String> values, List<ForeignNode> products) {
    }

    private void collect(ForeignNode product, Factors factors, int depth) {
        for (String input : product.inputs()) {
            Optional<ForeignNode> inner = producer(input, "Mul");
            if (inner.isPresent() && depth < DEEPEST_PRODUCT) {
                factors.products().add(inner.get());
                collect(inner.get(), factors, depth + 1);
            } else {
                factors.values().add(input);
            }
        }
    }

    private Optional<TensorProto> tensor(String value) {
        TensorProto initializer = graph.initializers().get(value);
        return initializer != null ? Optional.of(initializer)
                : producer(value, "Constant").flatMap(node -> node.get("value")).map(attribute -> attribute.getT());
    }
}
