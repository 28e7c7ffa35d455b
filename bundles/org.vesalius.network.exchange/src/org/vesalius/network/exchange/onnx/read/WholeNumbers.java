// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.Selection;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/**
 * Operators on data of whole numbers. Layers compute with decimals, which comes to the same only where nothing is cut
 * off and nothing runs over.
 */
final class WholeNumbers {
    private static final Set<String> CUT_OFF = Set.of("Div", "Mean", "ReduceMean");
    private static final Set<String> SCALE = Set.of("Resize", "Upsample");
    private static final Set<String> RUN_OVER = Set.of("Add", "Sub", "Mul", "Neg", "Sum", "ReduceSum", "Pow");
    private static final Set<DataType> NARROW = EnumSet.of(DataType.INT8, DataType.UINT8, DataType.INT16,
            DataType.UINT16);
    /** Their results have a type of their own. */
    private static final Set<String> CHANGE_TYPE = Set.of("Cast", "QuantizeLinear", "DequantizeLinear", "Shape",
            "Equal");

    private WholeNumbers() {
    }

    /**
     * Lets an operator pass if layers do the same, and says of which type its results are.
     *
     * @throws NotExpressible if they don't
     */
    static void pass(ForeignNode node, Reading reading) throws NotExpressible {
        Optional<DataType> type = type(node, reading);
        if (type.isEmpty() || CHANGE_TYPE.contains(node.type())) {
            return;
        }
        node.outputs().forEach(output -> reading.setWhole(output, type.get()));
        if (CUT_OFF.contains(node.type())
                || SCALE.contains(node.type()) && !node.text("mode", "nearest").equals("nearest")) {
            throw new NotExpressible("it computes with whole numbers and cuts decimals off");
        }
        if (NARROW.contains(type.get()) && RUN_OVER.contains(node.type())) {
            throw new NotExpressible("it computes with small whole numbers");
        }
    }

    /** The type of the data that an operator computes with, where these are whole numbers. */
    private static Optional<DataType> type(ForeignNode node, Reading reading) {
        List<String> data = IntStream.range(0, node.type().equals("Gather") ? 1 : node.inputs().size())
                .mapToObj(node::input).filter(name -> isData(name, reading)).toList();
        return data.stream().allMatch(reading::isWhole) ? data.stream().findFirst().flatMap(reading::wholeType)
                : Optional.empty();
    }

    private static boolean isData(String name, Reading reading) {
        return reading.value(name).filter(value -> value instanceof View || value instanceof Selection).isPresent();
    }
}
