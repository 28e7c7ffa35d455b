// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Layer normalisation as (x − mean)/√(variance + ε), then times γ, then plus β. */
final class LayerNormalizationFusion implements Fusions.Fusion {
    @Override
    public Optional<Fusions.Fused> find(ForeignNode last, Pattern pattern) {
        List<ForeignNode> parts = new ArrayList<>();
        String shift = "";
        ForeignNode inner = last;
        if (inner.type().equals("Add") && pattern.isConstant(inner.input(1))) {
            shift = inner.input(1);
            inner = before(inner, pattern, "Mul", "Div");
        }
        String scale = "";
        if (inner != null && inner.type().equals("Mul") && pattern.isConstant(inner.input(1))) {
            scale = inner.input(1);
            inner = before(inner, pattern, "Div");
        }
        if (inner == null || !inner.type().equals("Div")) {
            return Optional.empty();
        }
        return whole(last, inner, scale, shift, pattern, parts);
    }

    private static ForeignNode before(ForeignNode node, Pattern pattern, String... types) {
        for (String type : types) {
            Optional<ForeignNode> found = pattern.producer(node.input(0), type);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    private static Optional<Fusions.Fused> whole(ForeignNode last, ForeignNode quotient, String scale, String shift,
            Pattern pattern, List<ForeignNode> parts) {
        Optional<ForeignNode> centered = pattern.producer(quotient.input(0), "Sub");
        Optional<ForeignNode> mean = centered.flatMap(node -> pattern.producer(node.input(1), "ReduceMean"))
                .filter(node -> node.input(0).equals(centered.get().input(0)) && isLast(node, pattern)
                        && fits(scale, node, pattern) && fits(shift, node, pattern));
        Optional<ForeignNode> root = pattern.producer(quotient.input(1), "Sqrt");
        Optional<ForeignNode> raised = root.flatMap(node -> pattern.producer(node.input(0), "Add"));
        Optional<Double> epsilon = raised.flatMap(node -> pattern.number(node.input(1)));
        Optional<ForeignNode> variance = raised.flatMap(node -> pattern.producer(node.input(0), "ReduceMean"))
                .filter(node -> isLast(node, pattern)
                        && pattern.axes(node).equals(mean.map(pattern::axes).orElse(List.of())));
        Optional<ForeignNode> square = variance.flatMap(node -> square(node.input(0), quotient.input(0), pattern));
        if (mean.isEmpty() || epsilon.isEmpty() || square.isEmpty()) {
            return Optional.empty();
        }
        parts.addAll(List.of(centered.get(), mean.get(), root.get(), raised.get(), variance.get(), square.get()));
        if (last != quotient) {
            parts.add(quotient);
            pattern.producer(last.input(0), "Mul").ifPresent(parts::add);
        }
        int axes = pattern.axes(mean.get()).size();
        AttributeProto attribute = AttributeProto.newBuilder().setName("epsilon")
                .setType(AttributeProto.AttributeType.FLOAT).setF(epsilon.get().floatValue()).build();
        return Optional.of(new Fusions.Fused(new ForeignNode(last.name(), "LayerNormalization",
                List.of(centered.get().input(0), scale, shift), last.outputs(), Map.of("epsilon", attribute, "axis", axis(-axes))),
                parts));
    }

    private static AttributeProto axis(long axis) {
        return AttributeProto.newBuilder().setName("axis").setType(AttributeProto.AttributeType.INT).setI(axis).build();
    }

    /** Whether it runs over the last axes, counted from the end. */
    private static boolean isLast(ForeignNode mean, Pattern pattern) {
        List<Long> axes = pattern.axes(mean);
        return !axes.isEmpty() && mean.integer("keepdims", 1) != 0
                && axes.equals(LongStream.range(-axes.size(), 0).boxed().toList());
    }

    private static boolean fits(String constant, ForeignNode mean, Pattern pattern) {
        return constant.isEmpty() || pattern.rank(constant) == pattern.axes(mean).size();
    }

    private static Optional<ForeignNode> square(String value, String centered, Pattern pattern) {
        Optional<ForeignNode> product = pattern.producer(value, "Mul")
                .filter(node -> node.inputs().equals(List.of(centered, centered)));
        return product.isPresent() ? product : pattern.producer(value, "Pow")
                .filter(node -> node.input(0).equals(centered) && pattern.isNumber(node.input(1), 2));
    }
}
