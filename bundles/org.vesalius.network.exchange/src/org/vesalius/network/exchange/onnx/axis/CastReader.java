// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.axis;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;
import org.vesalius.network.exchange.onnx.graph.Value;

/**
 * Casts. Layers compute in single precision, so a cast between types of decimals is nothing, or costs digits; one that
 * cuts decimals off is something that no layer does, unless the numbers are whole already, as codes are.
 */
final class CastReader implements OperatorReader {
    @Override
    public void read(ForeignNode node, Reading reading) throws NotExpressible {
        Value value = reading.value(node, 0).orElseThrow(() -> new NotExpressible("its input is missing"));
        DataType to = type(node);
        if (value instanceof ForeignArray array) {
            reading.put(node, cast(array, to));
        } else if (value instanceof View view) {
            reading.put(node, cast(view, to, node, reading));
        } else {
            reading.put(node, value);
        }
    }

    /** Rounding to small whole numbers that is undone at once: the numbers stay as they are. */
    static void quantized(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        boolean undone = reading.takers(node.output()).stream()
                .allMatch(taker -> taker.type().equals("DequantizeLinear") && taker.inputs().subList(1, taker.inputs().size())
                        .equals(node.inputs().subList(1, node.inputs().size())));
        if (!undone || reading.uses(node.output()) != reading.takers(node.output()).size()) {
            throw new NotExpressible("it computes with small whole numbers");
        }
        reading.draft().note(in.layer(), Fidelity.APPROXIMATED,
                "the file rounds its numbers to a small set; here they stay as they are");
        reading.put(node, in);
    }

    /** Where a value is taken out of small whole numbers again. */
    static void dequantized(ForeignNode node, Reading reading) throws NotExpressible {
        if (reading.producer(node, 0).filter(before -> before.type().equals("QuantizeLinear")).isEmpty()) {
            throw new NotExpressible("it computes with small whole numbers");
        }
        reading.put(node, reading.view(node, 0));
    }

    private static DataType type(ForeignNode node) throws NotExpressible {
        DataType type = DataType.forNumber((int) node.integer("to", 0));
        if (type == null || type == DataType.UNDEFINED || type == DataType.STRING
                || type == DataType.COMPLEX64 || type == DataType.COMPLEX128
                || type.getNumber() > DataType.BFLOAT16.getNumber()) {
            throw new NotExpressible("it makes numbers of a type that is not read");
        }
        return type;
    }

    private static ForeignArray cast(ForeignArray array, DataType to) throws NotExpressible {
        Optional<WholeRange> whole = WholeRange.of(to);
        if (whole.isPresent()) {
            return whole.get().cast(array);
        }
        DoubleUnaryOperator rule = switch (to) {
            case FLOAT, DOUBLE -> DoubleUnaryOperator.identity();
            case FLOAT16 -> number -> NumberTypes.HalfPrecision.roundedToHalf((float) number);
            case BFLOAT16 -> number -> NumberTypes.HalfPrecision.roundedToBrain((float) number);
            case BOOL -> number -> number == 0 ? 0 : 1;
            default -> throw new NotExpressible("it makes numbers of a type that is not read");
        };
        return ForeignArray.computed(array.dims(), array.size(), !NumberTypes.areDecimal(to),
                i -> rule.applyAsDouble(array.values().get(i)));
    }

    /** Whether whole numbers of a type may be too many for a small one; codes of 32 bits are enough for all. */
    private static boolean runsOver(Optional<DataType> from, DataType to) {
        Optional<WholeRange> before = from.flatMap(WholeRange::of);
        return before.isPresent() && WholeRange.of(to).filter(
                after -> after.bits() < Integer.SIZE && !after.holds(before.get())).isPresent();
    }

    private static View cast(View view, DataType to, ForeignNode node, Reading reading) throws NotExpressible {
        boolean whole = reading.isWhole(node.input(0));
        if (NumberTypes.areDecimal(to)) {
            if (!whole && to != DataType.FLOAT && to != DataType.DOUBLE) {
                reading.draft().note(view.layer(), Fidelity.APPROXIMATED,
                        "the file rounds its numbers to half precision; here they stay as they are");
            }
            return view;
        }
        if (to == DataType.BOOL) {
            throw new NotExpressible("it makes numbers true or false");
        }
        if (!whole && !reading.isOnlyIndex(node.output())) {
            throw new NotExpressible("it cuts the decimals of its numbers off");
        }
        if (!whole) {
            reading.draft().note(view.layer(), Fidelity.APPROXIMATED,
                    "the file cuts the decimals of these codes off; here they have to be whole numbers");
        }
        if (runsOver(reading.wholeType(node.input(0)), to)) {
            reading.draft().note(view.layer(), Fidelity.APPROXIMATED,
                    "the file keeps only the lower bits of these codes; here they have to be small enough for that");
        }
        reading.setWhole(node.output(), to);
        return view;
    }
}
