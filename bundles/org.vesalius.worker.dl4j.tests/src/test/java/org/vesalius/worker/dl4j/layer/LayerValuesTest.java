// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Normalization;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.dl4j.graph.BuiltGraph;
import org.vesalius.worker.dl4j.graph.GraphFactory;
import org.vesalius.worker.dl4j.graph.LayerTranslators;
import org.vesalius.worker.dl4j.graph.GraphWeight;
import org.vesalius.worker.dl4j.graph.NumericPath;
import org.vesalius.worker.dl4j.graph.Signal;

/**
 * Results of single layers against PyTorch, in double precision. The expected values and how inputs and weights are made
 * come from {@code layer_values.py} and {@code sequence_values.py} in {@code src/test/python}.
 */
class LayerValuesTest {

    private static final int SAMPLES = 2;
    private static final int SHOWN = 6;
    private static final double CHECK_PHASE = 7;

    @TestFactory
    Stream<DynamicTest> resultsAreThoseOfPyTorch() {
        Map<String, double[]> expected = expected();
        return LayerCases.deterministic().map(layer -> DynamicTest.dynamicTest(layer.name(),
                () -> compare(layer, expected.get(layer.name()))));
    }

    private static void compare(LayerCase layer, double[] expected) {
        assertThat(expected).as("expected values").isNotNull();
        double[] actual = result(layer);
        assertThat(actual).hasSize((int) expected[0]);
        double check = 0;
        for (int i = 0; i < actual.length; i++) {
            check += actual[i] * Math.sin(i + CHECK_PHASE);
        }
        int shown = Math.min(SHOWN, actual.length);
        assertThat(Arrays.copyOf(actual, shown)).containsExactly(Arrays.copyOfRange(expected, 1, shown + 1),
                within(1e-7));
        assertThat(check).as("sum of all numbers, each with its own weight").isCloseTo(expected[shown + 1],
                within(1e-6));
    }

    private static double[] result(LayerCase layer) {
        BuiltGraph built = new GraphFactory(StandardLayers.catalog(), LayerTranslators.of(new StandardTranslators()), NumericPath.REFERENCE)
                .build(layer.alone(), ExperimentFactory.eINSTANCE.createSgd(), 1);
        if (!(layer.layer() instanceof Normalization)) {
            setWeights(built.weights());
        }
        INDArray[] inputs = new INDArray[layer.shapes().length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = input(layer.shapes()[i], i);
        }
        return built.graph().output(false, inputs)[0].dup('c').data().asDouble();
    }

    private static void setWeights(List<GraphWeight> weights) {
        for (int k = 0; k < weights.size(); k++) {
            int count = weights.get(k).shape().stream().reduce(1, Math::multiplyExact);
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) (0.5 * Math.sin(i + 100.0 * (k + 1)));
            }
            weights.get(k).set(new WeightTensor(weights.get(k).shape(), values));
        }
    }

    private static INDArray input(String text, int index) {
        long[] sizes = new Signal("", Shape.valueOf(text)).sizes();
        long[] shape = new long[sizes.length + 1];
        shape[0] = SAMPLES;
        System.arraycopy(sizes, 0, shape, 1, sizes.length);
        INDArray array = Nd4j.create(DataType.DOUBLE, shape);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, 2 * Math.sin(i + 1 + 10.0 * index));
        }
        return array;
    }

    /** For each case how many numbers there are, the first of them, and the check sum. */
    private static Map<String, double[]> expected() {
        Map<String, double[]> values = new HashMap<>();
        Stream.of("layer-values.txt", "sequence-values.txt").flatMap(LayerValuesTest::lines)
                .map(line -> line.split(" ")).forEach(parts -> values.put(parts[0],
                        Arrays.stream(parts).skip(1).mapToDouble(Double::parseDouble).toArray()));
        return values;
    }

    private static Stream<String> lines(String name) {
        try (InputStream file = LayerValuesTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
