// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Rescaling;
import org.vesalius.network.exchange.onnx.axis.Operation;
import org.vesalius.network.exchange.onnx.axis.SizeArithmetic;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;
import org.vesalius.network.exchange.onnx.graph.Value;

/** Sums, differences, products and quotients: of two values, or of a value and a constant. */
public final class ArithmeticReaders {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private ArithmeticReaders() {
    }

    public static void addTo(Map<String, OperatorReader> readers) {
        readers.put("Add", reader(Operation.ADD, MAKE::createAdd));
        readers.put("Sub", reader(Operation.SUBTRACT, MAKE::createSubtract));
        readers.put("Mul", reader(Operation.MULTIPLY, MAKE::createMultiply));
        readers.put("Div", reader(Operation.DIVIDE, () -> null));
        readers.put("Neg", (node, reading) -> {
            View in = reading.view(node, 0);
            reading.put(node, reading.addInPlace(node, rescaling(-1, 0), in));
        });
        readers.put("Sum", merging(MAKE::createAdd));
        readers.put("Mean", merging(MAKE::createAverage));
        readers.put("Max", bounding(MAKE::createMaximum, Steps::atLeast));
        readers.put("Min", bounding(MAKE::createMinimum, Steps::atMost));
    }

    private static OperatorReader reader(Operation operation, Supplier<Layer> merge) {
        return (node, reading) -> {
            Optional<Value> folded = SizeArithmetic.fold(operation, node, reading);
            if (folded.isPresent()) {
                reading.put(node, folded.get());
            } else if (reading.value(node, 1).orElse(null) instanceof ForeignArray array) {
                reading.put(node, withConstant(operation, array, false, reading.view(node, 0), node, reading));
            } else if (reading.value(node, 0).orElse(null) instanceof ForeignArray array) {
                reading.put(node, withConstant(operation, array, true, reading.view(node, 1), node, reading));
            } else {
                merge(merge.get(), node, reading);
            }
        };
    }

    private static OperatorReader merging(Supplier<Layer> merge) {
        return (node, reading) -> {
            if (node.inputs().size() == 1) {
                reading.put(node, reading.view(node, 0));
            } else {
                merge(merge.get(), node, reading);
            }
        };
    }

    /** Where it is to be compared with a number. */
    @FunctionalInterface
    private interface Bound {
        Steps apply(Steps value, double number) throws NotExpressible;
    }

    /** The larger or smaller of values, or of a value and numbers. */
    private static OperatorReader bounding(Supplier<Layer> merge, Bound bound) {
        return (node, reading) -> {
            List<Double> numbers = new ArrayList<>();
            List<String> values = new ArrayList<>();
            for (String input : node.inputs()) {
                if (reading.value(input).orElse(null) instanceof ForeignArray array && array.size() == 1) {
                    numbers.add(array.single());
                } else {
                    values.add(input);
                }
            }
            ForeignNode rest = new ForeignNode(node.name(), node.type(), values, node.outputs(), node.attributes());
            merging(merge).read(rest, reading);
            Steps steps = new Steps(node, reading, reading.view(node.output()));
            for (double number : numbers) {
                steps = bound.apply(steps, number);
            }
            reading.put(node, steps.view());
        };
    }

    private static void merge(Layer layer, ForeignNode node, Reading reading) throws NotExpressible {
        if (layer == null) {
            throw new NotExpressible("it divides one value by another");
        }
        List<View> inputs = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            inputs.add(reading.view(node, i));
        }
        List<View> alike = AxisAlignment.arrange(inputs, node, reading);
        View result = reading.add(node, layer, alike.toArray(View[]::new));
        reading.put(node, AxisAlignment.like(result, alike));
    }

    /** A value and a constant. */
    public static View added(ForeignArray constant, View value, ForeignNode node, Reading reading) throws NotExpressible {
        return withConstant(Operation.ADD, constant, false, value, node, reading);
    }

    private static View withConstant(Operation operation, ForeignArray constant, boolean first, View value,
            ForeignNode node, Reading reading) throws NotExpressible {
        if (constant.size() == 1 && constant.dims().size() <= value.rank()) {
            double number = constant.whole() ? constant.single() : NumberTypes.shortest(constant.single());
            return withNumber(operation, number, first, value, node, reading);
        }
        Optional<float[]> channels = Constants.PerChannel.of(constant, value);
        if (channels.isEmpty()) {
            return operation == Operation.ADD && Biases.Positions.fit(constant, value)
                    ? Biases.Positions.add(constant, value, node, reading)
                    : ofEachNumber(operation, constant, first, value, node, reading);
        }
        float[] numbers = channels.get();
        if (operation == Operation.ADD && Biases.take(numbers, value, reading, node)
                || operation == Operation.MULTIPLY && Biases.takeScale(numbers, value, reading, node)) {
            return value;
        }
        return new ChannelScaling(node, reading).add(operation, numbers, first, value);
    }

    /** The sample laid out in a row, so that each of its numbers is a channel. */
    private static View ofEachNumber(Operation operation, ForeignArray constant, boolean first, View value,
            ForeignNode node, Reading reading) throws NotExpressible {
        List<Atom> all = Atom.essential(View.flat(value.natural()));
        View row = reading.arranged(value, List.of(all), node.called());
        float[] numbers = Constants.Full.inOrder(constant, value).values();
        return new ChannelScaling(node, reading).add(operation, numbers, first, row);
    }

    private static View withNumber(Operation operation, double number, boolean first, View value, ForeignNode node,
            Reading reading) throws NotExpressible {
        if (operation.changesNothing(number) && !first) {
            return value;
        }
        return reading.addInPlace(node,
                rescaling(operation.scale(number, first), operation.offset(number, first)), value);
    }

    private static Rescaling rescaling(double scale, double offset) {
        Rescaling rescaling = MAKE.createRescaling();
        rescaling.setScale(scale);
        rescaling.setOffset(offset);
        return rescaling;
    }
}
