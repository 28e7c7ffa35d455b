// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/**
 * The proof behind {@link OneDnnSupport}: every kind of layer that may run on oneDNN, over windows, strides, paddings,
 * batch sizes and activations, against its definition in double precision. Outputs, gradients by parameters and
 * gradients by the input are compared.
 */
class FastLayerGradientTest {

    private static final double TOLERANCE = 2e-5;
    private static final int[] NO_DILATION = {1, 1};
    private static final List<int[]> KERNELS = List.of(new int[] {1, 1}, new int[] {2, 2}, new int[] {3, 3},
            new int[] {5, 5}, new int[] {1, 3}, new int[] {3, 2}, new int[] {7, 1}, new int[] {16, 16});
    private static final List<int[]> STRIDES = List.of(new int[] {1, 1}, new int[] {2, 2}, new int[] {2, 1},
            new int[] {3, 3}, new int[] {16, 16});
    private static final Map<Activation, DoubleUnaryOperator> FUNCTIONS = Map.of(Activation.IDENTITY, x -> x,
            Activation.RELU, x -> Math.max(0, x), Activation.SIGMOID, x -> 1 / (1 + Math.exp(-x)), Activation.TANH,
            Math::tanh);
    private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

    private final Random random = new Random(17);

    @TestFactory
    Stream<DynamicTest> convolution() {
        return windows(KERNELS).map(window -> DynamicTest.dynamicTest(name(window), () -> checkConvolution(window)));
    }

    @TestFactory
    Stream<DynamicTest> pooling() {
        List<int[]> kernels = Stream.concat(KERNELS.stream(), Stream.of(new int[] {19, 18})).toList();
        return windows(kernels).map(window -> DynamicTest.dynamicTest(name(window), () -> {
            checkPooling(window, true, images(3, 19, 18, 5));
            checkPooling(window, false, images(3, 19, 18, 5));
        }));
    }

    @TestFactory
    Stream<DynamicTest> poolingOfAWholeSequence() {
        ReferenceWindow window = new ReferenceWindow(new int[] {1, 3000}, new int[] {1, 3000}, false);
        return Stream.of(true, false).map(maximum -> DynamicTest.dynamicTest(maximum ? "maximum" : "average",
                () -> checkPooling(window, maximum, images(2, 1, 3000, 4))));
    }

    /** All but the padded ones whose stride passes over pixels: translators turn them into unpadded ones. */
    private static Stream<ReferenceWindow> windows(List<int[]> kernels) {
        return kernels.stream().flatMap(kernel -> STRIDES.stream().flatMap(stride -> Stream.of(true, false)
                .map(same -> new ReferenceWindow(kernel, stride, same)))).filter(window -> !window.leavesPixels());
    }

    private void checkConvolution(ReferenceWindow window) {
        assertThat(OneDnnSupport.proven(Kind.CONVOLUTION, window.kernel(), window.stride(), NO_DILATION)).isTrue();
        for (Activation activation : FUNCTIONS.keySet()) {
            for (int batch : new int[] {1, 3}) {
                compareConvolution(window, activation, images(batch, 19, 18, 3), 4, true);
                compareConvolution(window, activation, images(batch, 19, 18, 3), 4, false);
            }
        }
        compareConvolution(window, Activation.RELU, images(2, 19, 18, 16), 32, true);
    }

    private void compareConvolution(ReferenceWindow window, Activation activation, Images input, int filters,
            boolean bias) {
        Layer layer = FastLayers.convolution(window, activation, input.channels(), filters, bias);
        double[] weights = numbers(layer.getParam("W").length());
        double[] shifts = bias ? numbers(filters) : new double[filters];
        layer.getParam("W").assign(array(weights, layer.getParam("W").shape()));
        if (bias) {
            layer.getParam("b").assign(array(shifts, layer.getParam("b").shape()));
        }
        Images output = window.convolve(input, weights, shifts);
        double[] expected = Arrays.stream(output.values()).map(FUNCTIONS.get(activation)).toArray();
        close("output", layer.activate(array(input), true, NO_WORKSPACES), expected);
        Images epsilon = like(output);
        Pair<Gradient, INDArray> actual = layer.backpropGradient(array(epsilon), NO_WORKSPACES);
        Images delta = delta(activation, output, epsilon);
        double[] weightGradient = new double[weights.length];
        Images inputGradient = new Images(input.count(), input.height(), input.width(), input.channels());
        window.backward(input, weights, delta, weightGradient, inputGradient);
        close("gradient by the weights", actual.getFirst().getGradientFor("W"), weightGradient);
        close("gradient by the input", actual.getSecond(), inputGradient.values());
        if (bias) {
            close("gradient by the bias", actual.getFirst().getGradientFor("b"), sums(delta));
        }
    }

    private void checkPooling(ReferenceWindow window, boolean maximum, Images input) {
        Kind kind = maximum ? Kind.MAX_POOLING : Kind.AVERAGE_POOLING;
        assertThat(OneDnnSupport.proven(kind, window.kernel(), window.stride(), NO_DILATION)).isTrue();
        ReferencePooling reference = new ReferencePooling(window, maximum);
        Images output = reference.forward(input);
        Layer layer = FastLayers.pooling(window, maximum, output);
        close(kind + " output", layer.activate(array(input), true, NO_WORKSPACES), output.values());
        Images epsilon = like(output);
        INDArray gradient = layer.backpropGradient(array(epsilon), NO_WORKSPACES).getSecond();
        close(kind + " gradient", gradient, reference.backward(input, epsilon).values());
    }

    /** The gradient before the activation, by central differences of the function. */
    private static Images delta(Activation activation, Images output, Images epsilon) {
        DoubleUnaryOperator function = FUNCTIONS.get(activation);
        double[] values = new double[output.values().length];
        for (int i = 0; i < values.length; i++) {
            double x = output.values()[i];
            double slope = (function.applyAsDouble(x + 1e-7) - function.applyAsDouble(x - 1e-7)) / 2e-7;
            values[i] = slope * epsilon.values()[i];
        }
        return new Images(output.count(), output.height(), output.width(), output.channels(), values);
    }

    private static double[] sums(Images delta) {
        double[] sums = new double[delta.channels()];
        for (int i = 0; i < delta.values().length; i++) {
            sums[i % sums.length] += delta.values()[i];
        }
        return sums;
    }

    private Images like(Images images) {
        return images(images.count(), images.height(), images.width(), images.channels());
    }

    private Images images(int count, int height, int width, int channels) {
        return new Images(count, height, width, channels, numbers((long) count * height * width * channels));
    }

    /** Random numbers around 0 that single precision can hold. */
    private double[] numbers(long count) {
        return random.doubles(count).map(x -> (float) (x - 0.5)).toArray();
    }

    private static INDArray array(Images images) {
        return array(images.values(), images.count(), images.height(), images.width(), images.channels());
    }

    private static INDArray array(double[] values, long... shape) {
        return Nd4j.create(values, shape, DataType.FLOAT);
    }

    private static void close(String what, INDArray actual, double[] expected) {
        double[] values = actual.dup('c').data().asDouble();
        assertThat(values).as(what).hasSameSizeAs(expected);
        double squares = 0;
        double off = 0;
        for (int i = 0; i < values.length; i++) {
            off += (values[i] - expected[i]) * (values[i] - expected[i]);
            squares += expected[i] * expected[i];
        }
        assertThat(Math.sqrt(off / Math.max(squares, 1e-12))).as(what + ", relative distance").isLessThan(TOLERANCE);
    }

    private static String name(ReferenceWindow window) {
        return "window " + Arrays.toString(window.kernel()) + " stride " + Arrays.toString(window.stride())
                + (window.same() ? " same" : " valid");
    }
}
