// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Rescaling;

/** Sums, differences, products and quotients: of two values, or of a value and a constant. */
final class ArithmeticReaders {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private ArithmeticReaders() {
    }

    static void addTo(Map<String, OperatorReader> readers) {
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
        readers.put("Max", merging(MAKE::createMaximum));
        readers.put("Sqrt", ConstantArithmetic::root);
        readers.put("Min", merging(MAKE::createMinimum));
    }

    private static OperatorReader reader(Operation operation, Supplier<Layer> merge) {
        return (node, reading) -> {
            Optional<Value> folded = SizeArithmetic.fold(operation, node, reading);
            if (folded.isPresent()) {
                reading.put(node, folded.get());
            } else if (ConstantArithmetic.areConstants(node, reading)) {
                reading.put(node, ConstantArithmetic.of(operation, node, reading));
            } else if (reading.value(node, 1).orElse(null) instanceof ForeignArray array) {
                withConstant(operation, array, false, reading.view(node, 0), node, reading);
            } else if (reading.value(node, 0).orElse(null) instanceof ForeignArray array) {
                withConstant(operation, array, true, reading.view(node, 1), node, reading);
            } else {
                merge(merge.get(), node, reading);
            }
        };
    }

    private static OperatorReader merging(Supplier<Layer> merge) {
        return (node, reading) -> {
            if (ConstantArithmetic.areConstants(node, reading) && node.type().equals("Max")) {
                reading.put(node, ConstantArithmetic.larger(node, reading));
            } else if (node.inputs().size() == 1) {
                reading.put(node, reading.view(node, 0));
            } else {
                merge(merge.get(), node, reading);
            }
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
        List<View> alike = Alike.arrange(inputs, node, reading);
        View result = reading.add(node, layer, alike.toArray(View[]::new));
        reading.put(node, Alike.like(result, alike));
    }

    private static void withConstant(Operation operation, ForeignArray constant, boolean first, View value,
            ForeignNode node, Reading reading) throws NotExpressible {
        if (constant.size() == 1 && constant.dims().size() <= value.rank()) {
            withNumber(operation, constant.single(), first, value, node, reading);
            return;
        }
        Optional<float[]> channels = PerChannel.of(constant, value);
        if (channels.isEmpty() && operation == Operation.ADD) {
            reading.put(node, Positions.add(constant, value, node, reading));
            return;
        }
        float[] numbers = channels
                .orElseThrow(() -> new NotExpressible("its constant is not one number for each channel"));
        if (operation == Operation.ADD && Biases.take(numbers, value, reading, node)
                || operation == Operation.MULTIPLY && Biases.takeScale(numbers, value, reading, node)) {
            reading.put(node, value);
            return;
        }
        reading.put(node, new ChannelScaling(node, reading).add(operation, numbers, first, value));
    }

    private static void withNumber(Operation operation, double number, boolean first, View value, ForeignNode node,
            Reading reading) throws NotExpressible {
        if (operation.changesNothing(number) && !first) {
            reading.put(node, value);
            return;
        }
        reading.put(node, reading.addInPlace(node,
                rescaling(operation.scale(number, first), operation.offset(number, first)), value));
    }

    private static Rescaling rescaling(double scale, double offset) {
        Rescaling rescaling = MAKE.createRescaling();
        rescaling.setScale(scale);
        rescaling.setOffset(offset);
        return rescaling;
    }
}
