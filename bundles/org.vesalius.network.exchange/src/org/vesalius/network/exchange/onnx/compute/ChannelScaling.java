// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Normalization;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.axis.Operation;
import org.vesalius.network.exchange.onnx.draw.NetworkDraft;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.weights.WeightTensor;

/**
 * Channels that are shifted and scaled by constants. Subtracting means and dividing by deviations is how tools prepare
 * data inside a model, and becomes a Normalization; all else a batch normalisation of mean 0 and variance 1.
 *
 * @param node the operator
 * @param reading where the layers go
 */
record ChannelScaling(ForeignNode node, Reading reading) {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    // a Normalization divides by 1e-7 at least, and holds the square of its deviation in single precision
    private static final float LEAST_DEVIATION = 1e-6f;
    private static final float LARGEST_DEVIATION = 1e18f;

    /** The result of an operation with one number for each channel; {@code first} if these stand before it. */
    View add(Operation operation, float[] numbers, boolean first, View value) throws NotExpressible {
        if (operation == Operation.SUBTRACT && !first) {
            return normalized(value, numbers, filled(numbers.length, 1));
        }
        if (operation == Operation.DIVIDE && !first && IntStream.range(0, numbers.length)
                .allMatch(i -> numbers[i] >= LEAST_DEVIATION && numbers[i] <= LARGEST_DEVIATION)) {
            return divided(value, numbers);
        }
        return scaled(operation, numbers, first, value);
    }

    private View divided(View value, float[] deviations) throws NotExpressible {
        float[] variances = new float[deviations.length];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = deviations[i] * deviations[i];
        }
        boolean centered = value.layer() instanceof Normalization && value.layer().getOutgoing().isEmpty()
                && reading.uses(node.input(0)) == 1 && reading.producer(node, 0).filter(
                        before -> before.type().equals("Sub")).isPresent();
        if (!centered) {
            return normalized(value, new float[variances.length], variances);
        }
        ((Normalization) value.layer()).setVariance(text(variances));
        reading.draft().weight(value.layer(), "variance", row(variances));
        return value;
    }

    private View normalized(View value, float[] means, float[] variances) throws NotExpressible {
        Normalization layer = MAKE.createNormalization();
        layer.setMean(text(means));
        layer.setVariance(text(variances));
        View result = reading.addInPlace(node, layer, value);
        reading.draft().weight(layer, "mean", row(means));
        reading.draft().weight(layer, "variance", row(variances));
        reading.draft().weight(layer, "count", WeightTensor.of(new float[1]));
        return result;
    }

    private View scaled(Operation operation, float[] numbers, boolean first, View value) throws NotExpressible {
        float[] scales = new float[numbers.length];
        float[] shifts = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            scales[i] = (float) operation.scale(numbers[i], first);
            float size = Math.abs(scales[i]);
            if (operation == Operation.DIVIDE && !(size >= Float.MIN_NORMAL && size <= Float.MAX_VALUE)) {
                throw new NotExpressible("it divides by a number whose reciprocal single precision does not hold");
            }
            shifts[i] = (float) operation.offset(numbers[i], first);
        }
        BatchNormalization layer = MAKE.createBatchNormalization();
        View result = reading.addInPlace(node, layer, value);
        NetworkDraft draft = reading.draft();
        draft.weight(layer, "gamma", row(scales));
        draft.weight(layer, "beta", row(shifts));
        draft.weight(layer, "moving_mean", row(new float[scales.length]));
        draft.weight(layer, "moving_variance", row(filled(scales.length, (float) (1 - layer.getEpsilon()))));
        draft.note(layer, Fidelity.APPROXIMATED, "it scales and shifts channels by a batch normalisation of mean 0 and"
                + " variance 1; predictions are the same, training normalises");
        return result;
    }

    private static WeightTensor row(float[] values) {
        return WeightTensor.of(values, values.length);
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    private static String text(float[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> Float.toString(values[i]))
                .collect(Collectors.joining(" "));
    }
}
