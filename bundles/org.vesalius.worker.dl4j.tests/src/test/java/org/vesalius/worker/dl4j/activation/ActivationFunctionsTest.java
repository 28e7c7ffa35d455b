// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.network.ActivationFunction;
import org.vesalius.worker.dl4j.activation.PointFunction.ExponentialLinear;
import org.vesalius.worker.dl4j.graph.Activations;

/** Activation functions and their derivatives by definition in single precision, for small and for very large numbers. */
class ActivationFunctionsTest {

    private static final double[] NUMBERS = {-1000, -100, -50, -20, -8, -3.1, -2.6, -1.3, -0.5, -0.01, 0.013, 0.7, 1.9,
        2.4, 2.6, 5.5, 6.5, 12, 30, 85};
    private static final double LAMBDA = 1.0507009873554805;
    private static final double ALPHA = 1.6732632423543772;

    private static final Map<ActivationFunction, DoubleUnaryOperator> DEFINITIONS = Map.ofEntries(
            Map.entry(ActivationFunction.LINEAR, x -> x), Map.entry(ActivationFunction.RELU, x -> Math.max(x, 0)),
            Map.entry(ActivationFunction.SIGMOID, ActivationFunctionsTest::sigmoid),
            Map.entry(ActivationFunction.TANH, Math::tanh),
            Map.entry(ActivationFunction.ELU, x -> x > 0 ? x : Math.expm1(x)),
            Map.entry(ActivationFunction.SELU, x -> LAMBDA * (x > 0 ? x : ALPHA * Math.expm1(x))),
            Map.entry(ActivationFunction.SWISH, x -> x * sigmoid(x)),
            Map.entry(ActivationFunction.SOFTPLUS, ActivationFunctionsTest::softplus),
            Map.entry(ActivationFunction.SOFTSIGN, x -> x / (1 + Math.abs(x))),
            Map.entry(ActivationFunction.HARD_SIGMOID, x -> Math.min(1, Math.max(0, 0.2 * x + 0.5))),
            Map.entry(ActivationFunction.RELU6, x -> Math.min(6, Math.max(0, x))),
            Map.entry(ActivationFunction.EXPONENTIAL, Math::exp),
            Map.entry(ActivationFunction.MISH, x -> x * Math.tanh(softplus(x))));

    @TestFactory
    Stream<DynamicTest> valuesAndDerivatives() {
        return DEFINITIONS.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey().getLiteral(),
                () -> compare(Activations.of(entry.getKey()), entry.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> exponentialLinearUnitsWithAnySlope() {
        return Stream.of(0.3, 1.0, 2.0).map(alpha -> DynamicTest.dynamicTest("alpha " + alpha,
                () -> compare(new PointActivation(new ExponentialLinear(alpha)),
                        x -> x > 0 ? x : alpha * Math.expm1(x))));
    }

    @TestFactory
    Stream<DynamicTest> nothingOverflowsFarFromZero() {
        return Stream.of(SmoothFunction.SOFTPLUS, SmoothFunction.SWISH, SmoothFunction.MISH, SmoothFunction.GELU)
                .map(function -> DynamicTest.dynamicTest(function.name(), () -> {
                    INDArray far = Nd4j.createFromArray(1e4f, -1e4f);
                    assertThat(function.value(far).toFloatVector()).containsExactly(new float[] {1e4f, 0},
                            within(1e-6f));
                    assertThat(function.derivative(far).toFloatVector()).containsExactly(new float[] {1, 0},
                            within(1e-6f));
                }));
    }

    private static void compare(IActivation activation, DoubleUnaryOperator definition) {
        INDArray numbers = Nd4j.createFromArray(NUMBERS).castTo(DataType.FLOAT).reshape(1, NUMBERS.length);
        INDArray values = activation.getActivation(numbers.dup(), true);
        INDArray derivatives = activation.backprop(numbers.dup(), Nd4j.ones(DataType.FLOAT, 1, NUMBERS.length)).getFirst();
        for (int i = 0; i < NUMBERS.length; i++) {
            double x = numbers.getDouble(i);
            double expected = definition.applyAsDouble(x);
            double slope = (definition.applyAsDouble(x + 1e-5) - definition.applyAsDouble(x - 1e-5)) / 2e-5;
            assertThat(values.getDouble(i)).as("value at %s", x).isCloseTo(expected,
                    within(2e-6 * (1 + Math.abs(expected))));
            assertThat(derivatives.getDouble(i)).as("derivative at %s", x).isCloseTo(slope,
                    within(1e-5 * (1 + Math.abs(slope))));
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
