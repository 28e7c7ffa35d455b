// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;

/** Computes operators whose inputs are all constants of moderate size. */
public final class ConstantFolding {
    private static final int MOST = 1 << 22;

    private static final Map<String, DoubleUnaryOperator> OF_ONE = Map.of("Sqrt", Math::sqrt, "Exp", Math::exp,
            "Neg", x -> -x, "Abs", Math::abs, "Relu", x -> Math.max(0, x));
    private static final Map<String, DoubleBinaryOperator> OF_TWO = Map.of("Add", Double::sum, "Sub", (x, y) -> x - y,
            "Mul", (x, y) -> x * y, "Pow", Math::pow, "Max", Math::max, "Min", Math::min,
            "Equal", (x, y) -> x == y ? 1 : 0);

    private ConstantFolding() {
    }

    /** The result, if the operator can be computed now. */
    public static Optional<ForeignArray> fold(ForeignNode node, Reading reading) throws NotExpressible {
        List<ForeignArray> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
            if (!(reading.value(input).orElse(null) instanceof ForeignArray array) || array.size() > MOST) {
                return Optional.empty();
            }
            inputs.add(array);
        }
        return inputs.isEmpty() ? Optional.empty() : fold(node, inputs);
    }

    private static Optional<ForeignArray> fold(ForeignNode node, List<ForeignArray> in) throws NotExpressible {
        ForeignArray first = in.get(0);
        if (OF_ONE.containsKey(node.type()) && in.size() == 1) {
            DoubleUnaryOperator function = OF_ONE.get(node.type());
            return Optional.of(ForeignArray.computed(first.dims(), first.size(), first.whole(),
                    i -> function.applyAsDouble(first.values().get(i))));
        }
        if (OF_TWO.containsKey(node.type()) && in.size() == 2) {
            boolean whole = first.whole() && in.get(1).whole() || node.type().equals("Equal");
            return Optional.of(combined(first, in.get(1), whole, OF_TWO.get(node.type())));
        }
        return switch (node.type()) {
            case "Div" -> divided(first, in.get(1));
            case "Where" -> Optional.of(chosen(first, in.get(1), in.get(2)));
            case "Expand" -> Optional.of(combined(first, ones(in.get(1).longs()), first.whole(), (x, one) -> x));
            case "DequantizeLinear" -> Optional.of(WholeRange.Dequantized.of(node, in));
            default -> Optional.empty();
        };
    }

    private static Optional<ForeignArray> divided(ForeignArray a, ForeignArray b) throws NotExpressible {
        boolean whole = a.whole() && b.whole();
        if (whole && b.longs().contains(0L)) {
            throw new NotExpressible("it divides by 0");
        }
        return Optional.of(combined(a, b, whole, whole ? (x, y) -> (long) x / (long) y : (x, y) -> x / y));
    }

    private static ForeignArray chosen(ForeignArray condition, ForeignArray yes, ForeignArray no)
            throws NotExpressible {
        List<Integer> dims = Spread.dims(condition.dims(), Spread.dims(yes.dims(), no.dims()));
        ForeignArray pick = Spread.over(condition, dims);
        ForeignArray ofYes = Spread.over(yes, dims);
        ForeignArray ofNo = Spread.over(no, dims);
        return ForeignArray.computed(dims, pick.size(), yes.whole() && no.whole(),
                i -> (pick.values().get(i) != 0 ? ofYes : ofNo).values().get(i));
    }

    private static ForeignArray ones(List<Long> sizes) throws NotExpressible {
        long product = 1;
        for (long size : sizes) {
            product *= size;
            if (size < 1 || product > MOST) {
                throw new NotExpressible("it spreads a constant over " + Sizes.text(sizes));
            }
        }
        return ForeignArray.computed(sizes.stream().map(Long::intValue).toList(), (int) product, true, i -> 1);
    }

    /** Number by number, axes of size 1 spread, as in NumPy. */
    private static ForeignArray combined(ForeignArray a, ForeignArray b, boolean whole, DoubleBinaryOperator operator)
            throws NotExpressible {
        List<Integer> dims = Spread.dims(a.dims(), b.dims());
        ForeignArray x = Spread.over(a, dims);
        ForeignArray y = Spread.over(b, dims);
        return ForeignArray.computed(dims, x.size(), whole,
                i -> operator.applyAsDouble(x.values().get(i), y.values().get(i)));
    }
}
