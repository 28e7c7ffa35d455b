// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Dense;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.worker.dl4j.graph.GradientCheck;

/** The gradient of every loss, by central differences. */
class LossGradientTest {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;
    private static final Set<ActivationFunction> PROBABILITIES =
            EnumSet.of(ActivationFunction.SIGMOID, ActivationFunction.SOFTMAX);
    private static final Set<ActivationFunction> COUNTS = EnumSet.of(ActivationFunction.SIGMOID,
            ActivationFunction.SOFTMAX, ActivationFunction.SOFTPLUS, ActivationFunction.EXPONENTIAL);

    @TestFactory
    Stream<DynamicTest> everyLossBehindEveryActivation() {
        return Stream.of(Loss.values()).flatMap(loss -> functions(loss).stream()
                .map(function -> DynamicTest.dynamicTest(loss.getLiteral() + " behind " + function.getLiteral(),
                        () -> new GradientCheck(new NetworkBuilder("check")
                                .add("in", LAYERS.createInput(), in -> in.setShape(Shape.vector(5)))
                                .add("last", dense(units(loss), function)).add("finding", output(loss)).build())
                                .run())));
    }

    @TestFactory
    Stream<DynamicTest> everyPixelOfAnImageDecides() {
        return Stream.of(Loss.CATEGORICAL_CROSS_ENTROPY, Loss.DICE, Loss.FOCAL).flatMap(loss -> PROBABILITIES.stream()
                .map(function -> DynamicTest.dynamicTest(loss.getLiteral() + " behind " + function.getLiteral(),
                        () -> new GradientCheck(segmentation(loss, function)).run())));
    }

    @TestFactory
    Stream<DynamicTest> everyValueCountsByItsWeight() {
        return Stream.of(Loss.values()).flatMap(loss -> functions(loss).stream()
                .filter(PROBABILITIES::contains).map(function -> DynamicTest.dynamicTest(
                        loss.getLiteral() + " behind " + function.getLiteral(),
                        () -> new GradientCheck(segmentation(loss, function)).runWeighted())));
    }

    /** A sample without a time is compared with none. */
    @ParameterizedTest
    @EnumSource(names = {"COX_EFRON", "COX_BRESLOW"})
    void onlyKnownTimesAreCompared(Loss loss) {
        new GradientCheck(new NetworkBuilder("check")
                .add("in", LAYERS.createInput(), in -> in.setShape(Shape.vector(5)))
                .add("last", dense(1, ActivationFunction.LINEAR)).add("risk", output(loss)).build()).runWeighted();
    }

    @Test
    void outputsOfDifferentWeight() {
        Output strong = output(Loss.HUBER);
        strong.setHuberDelta(0.4);
        strong.setLossWeight(2.5);
        Output weak = output(Loss.FOCAL);
        weak.setFocalAlpha(0.6);
        weak.setFocalGamma(1.5);
        weak.setLossWeight(0.3);
        NetworkBuilder builder = new NetworkBuilder("two");
        var input = LAYERS.createInput();
        input.setShape(Shape.vector(5));
        builder.addBehind("in", input).addBehind("shared", dense(4, ActivationFunction.TANH), "in")
                .addBehind("amount", dense(2, ActivationFunction.LINEAR), "shared")
                .addBehind("decision", dense(1, ActivationFunction.SIGMOID), "shared")
                .addBehind("strong", strong, "amount").addBehind("weak", weak, "decision");
        new GradientCheck(builder.build()).run();
    }

    private static Set<ActivationFunction> functions(Loss loss) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, HINGE -> EnumSet.allOf(ActivationFunction.class);
            case POISSON -> COUNTS;
            case COX_EFRON, COX_BRESLOW -> EnumSet.of(ActivationFunction.LINEAR, ActivationFunction.TANH,
                    ActivationFunction.GELU);
            default -> PROBABILITIES;
        };
    }

    private static int units(Loss loss) {
        return loss == Loss.COX_EFRON || loss == Loss.COX_BRESLOW ? 1 : 3;
    }

    private static Network segmentation(Loss loss, ActivationFunction function) {
        return new NetworkBuilder("segmentation")
                .add("in", LAYERS.createInput(), in -> in.setShape(Shape.image(4, 3, 2)))
                .add("conv", LAYERS.createConvolution2D(), conv -> {
                    conv.setFilters(3);
                    conv.setKernelSize(Size2D.square(1));
                    conv.setActivation(function);
                }).add("mask", output(loss)).build();
    }

    private static Output output(Loss loss) {
        Output output = LAYERS.createOutput();
        output.setLoss(loss);
        return output;
    }

    private static Dense dense(int units, ActivationFunction function) {
        Dense dense = LAYERS.createDense();
        dense.setUnits(units);
        dense.setActivation(function);
        return dense;
    }
}
