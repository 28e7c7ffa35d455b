// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The proof behind {@link OneDnnSupport} for operations that layers call directly: results and gradients in single
 * precision on oneDNN against ND4J's own code in double precision, over windows, strides, sizes and paddings. ND4J's own
 * code is held against central differences and PyTorch by the tests of the layers.
 */
class NativeWindowTest {

    private static final int[] KERNELS = {1, 2, 3, 4, 5, 7, 16};
    private static final int[] STRIDES = {1, 2, 3, 4, 5, 16};
    private static final int[] SIZES = {4, 5, 6, 7, 8, 9, 19};
    private static final double TOLERANCE = 3e-5;

    private final Random random = new Random(29);

    @TestFactory
    Stream<DynamicTest> convolutions() {
        return Stream.of("conv2d", "depthwise_conv2d", "conv3dnew").flatMap(name -> Stream.of(false, true)
                .map(same -> test(name, same, window -> window.fits(same) && !(name.equals("conv3dnew") && same
                        && window.stride() > 1))));
    }

    @TestFactory
    Stream<DynamicTest> poolings() {
        return Stream.of("maxpool2d", "avgpool2d", "maxpool3dnew", "avgpool3dnew")
                .flatMap(name -> Stream.of(false, true).map(same -> test(name, same, window -> window.fits(same))));
    }

    @TestFactory
    Stream<DynamicTest> transposedConvolutions() {
        return Stream.of("deconv2d", "deconv3d").flatMap(name -> Stream.of(false, true)
                .map(same -> test(name, same, window -> window.kernel() >= window.stride())));
    }

    private DynamicTest test(String operation, boolean same, Predicate<AxisWindow> use) {
        return DynamicTest.dynamicTest(operation + (same ? " same" : " valid"),
                () -> windows().filter(use).forEach(window -> compare(operation, same, window)));
    }

    private static Stream<AxisWindow> windows() {
        return IntStream.of(KERNELS).boxed().flatMap(kernel -> IntStream.of(STRIDES).boxed()
                .flatMap(stride -> IntStream.of(SIZES).mapToObj(size -> new AxisWindow(kernel, stride, size))));
    }

    private void compare(String operation, boolean same, AxisWindow window) {
        NativeCase example = NativeCase.of(operation, same, window);
        List<INDArray> inputs = example.inputs().stream().map(this::numbers).toList();
        INDArray epsilon = numbers(example.output());
        List<INDArray> expected = run(example, inputs, epsilon, false);
        List<INDArray> actual = run(example, single(inputs), epsilon.castTo(DataType.FLOAT), true);
        for (int i = 0; i < expected.size(); i++) {
            INDArray wanted = expected.get(i);
            double off = actual.get(i).castTo(DataType.DOUBLE).sub(wanted).norm2Number().doubleValue();
            assertThat(off).as("%s, array %d", window, i)
                    .isLessThan(TOLERANCE * (1e-3 + wanted.norm2Number().doubleValue()));
        }
    }

    /** The result, then the gradients by all inputs. */
    private static List<INDArray> run(NativeCase example, List<INDArray> inputs, INDArray epsilon, boolean oneDnn) {
        INDArray output = Nd4j.valueArrayOf(example.output(), Double.NaN, epsilon.dataType());
        NativeCall.of(example.operation(), oneDnn).run(example.arguments(), inputs.toArray(INDArray[]::new),
                new INDArray[] {output});
        List<INDArray> gradients = inputs.stream()
                .map(input -> Nd4j.valueArrayOf(input.shape(), Double.NaN, epsilon.dataType())).toList();
        List<INDArray> withEpsilon = new ArrayList<>(inputs);
        withEpsilon.add(epsilon);
        NativeCall.of(example.operation() + "_bp", oneDnn).run(example.arguments(),
                withEpsilon.toArray(INDArray[]::new), gradients.toArray(INDArray[]::new));
        List<INDArray> all = new ArrayList<>(List.of(output));
        all.addAll(gradients);
        return all;
    }

    private static List<INDArray> single(List<INDArray> arrays) {
        return arrays.stream().map(array -> array.castTo(DataType.FLOAT)).toList();
    }

    private INDArray numbers(long[] shape) {
        double[] values = new double[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        Arrays.setAll(values, i -> (float) random.nextGaussian());
        return Nd4j.create(values, shape, 'c').castTo(DataType.DOUBLE);
    }
}
