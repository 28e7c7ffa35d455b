// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Network;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.worker.dl4j.layer.StandardTranslators;

/**
 * Compares the gradients of a network, as it trains, with central differences of its loss in double precision. The
 * differences know nothing of any derivative, so an error in one can't hide.
 */
public final class GradientCheck {

    private static final int SAMPLES = 3;
    private static final int PARAMETERS = 40;
    private static final double STEP = 1e-6;
    private static final long SEED = 11;

    private final Network network;
    private final Random random = new Random(SEED);
    private final Supplier<Double> inputValues;

    /** Checks a network on normally distributed inputs. */
    public GradientCheck(Network network) {
        this.network = network;
        this.inputValues = random::nextGaussian;
    }

    /** Checks a network on whole numbers from 0 below a bound. */
    public GradientCheck(Network network, int bound) {
        this.network = network;
        this.inputValues = () -> (double) random.nextInt(bound);
    }

    /** Fails with the parameter named if a gradient is wrong on either path. */
    public void run() {
        BuiltGraph reference = build(NumericPath.REFERENCE);
        BuiltGraph fast = build(NumericPath.FAST);
        INDArray[] inputs = reference.inputs().stream().map(this::input).toArray(INDArray[]::new);
        INDArray[] targets = reference.outputs().stream().map(this::target).toArray(INDArray[]::new);
        spread(reference.graph());
        fast.graph().params().assign(reference.graph().params().castTo(DataType.FLOAT));
        INDArray analytic = gradient(reference, inputs, targets);
        INDArray single = gradient(fast, single(inputs), single(targets));
        compareWithDifferences(reference, inputs, targets, analytic);
        assertThat(distance(single, analytic)).as("fast path against double precision").isLessThan(2e-5);
        compareOutputs(reference, fast, inputs);
    }

    private static BuiltGraph graph(Network network, NumericPath path) {
        var optimizer = ExperimentFactory.eINSTANCE.createSgd();
        return new GraphFactory(LayerCatalog.standard(), StandardTranslators.all(), path).build(network, optimizer,
                SEED);
    }

    private BuiltGraph build(NumericPath path) {
        return graph(network, path);
    }

    /** Moves every parameter, also those that start at 0 or 1, to a place where nothing cancels by accident. */
    private void spread(ComputationGraph graph) {
        INDArray parameters = graph.params();
        for (long i = 0; i < parameters.length(); i++) {
            double moved = parameters.getDouble(i) + 0.3 * random.nextGaussian();
            parameters.putScalar(i, (double) (float) moved);
        }
        graph.paramTable().forEach((name, values) -> {
            if (name.endsWith("variance")) {
                values.assign(1.3);
            }
        });
    }

    private void compareWithDifferences(BuiltGraph built, INDArray[] inputs, INDArray[] targets, INDArray analytic) {
        INDArray parameters = built.graph().params();
        List<String> owners = ParameterNames.of(built.graph());
        for (int i = 0; i < PARAMETERS; i++) {
            int index = parameters.length() <= PARAMETERS ? i : random.nextInt((int) parameters.length());
            if (index >= parameters.length() || ParameterNames.isStatistic(owners.get(index))) {
                continue;
            }
            double numeric = difference(built, inputs, targets, index);
            assertThat(analytic.getDouble(index)).as("derivative by %s, number %d", owners.get(index), index)
                    .isCloseTo(numeric, org.assertj.core.data.Offset.offset(1e-7 + 1e-5 * Math.abs(numeric)));
        }
    }

    private static double difference(BuiltGraph built, INDArray[] inputs, INDArray[] targets, int index) {
        INDArray parameters = built.graph().params();
        double value = parameters.getDouble(index);
        parameters.putScalar(index, value + STEP);
        double above = loss(built, inputs, targets);
        parameters.putScalar(index, value - STEP);
        double below = loss(built, inputs, targets);
        parameters.putScalar(index, value);
        return (above - below) / (2 * STEP);
    }

    private static double loss(BuiltGraph built, INDArray[] inputs, INDArray[] targets) {
        gradient(built, inputs, targets);
        return built.outputs().stream().mapToDouble(output -> output.loss().sum()).sum();
    }

    private static INDArray gradient(BuiltGraph built, INDArray[] inputs, INDArray[] targets) {
        // Equal random numbers at every call, so that dropout drops the same.
        Nd4j.getRandom().setSeed(SEED);
        built.graph().setInputs(inputs);
        built.graph().setLabels(targets);
        built.graph().computeGradientAndScore();
        INDArray all = built.graph().gradient().gradient().castTo(DataType.DOUBLE).dup();
        return all.reshape(all.length());
    }

    private static double distance(INDArray gradient, INDArray expected) {
        return gradient.sub(expected).norm2Number().doubleValue() / expected.norm2Number().doubleValue();
    }

    private static void compareOutputs(BuiltGraph reference, BuiltGraph fast, INDArray[] inputs) {
        INDArray[] expected = reference.graph().output(false, inputs);
        INDArray[] actual = fast.graph().output(false, single(inputs));
        for (int i = 0; i < expected.length; i++) {
            double off = actual[i].castTo(DataType.DOUBLE).sub(expected[i]).amaxNumber().doubleValue();
            assertThat(off).as("output %d in use", i).isLessThan(1e-5);
        }
    }

    private INDArray input(InputPort port) {
        long[] sizes = new Signal("", port.shape()).sizes();
        long[] shape = new long[sizes.length + 1];
        shape[0] = SAMPLES;
        System.arraycopy(sizes, 0, shape, 1, sizes.length);
        INDArray array = Nd4j.create(DataType.DOUBLE, shape);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, (double) inputValues.get().floatValue());
        }
        return array;
    }

    private INDArray target(OutputPort port) {
        int rows = SAMPLES * port.rowsPerSample();
        INDArray array = Nd4j.create(DataType.DOUBLE, rows, port.columns());
        for (int row = 0; row < rows; row++) {
            array.putScalar(row, port.columns() == 1 ? 0 : random.nextInt(port.columns()),
                    port.columns() == 1 ? random.nextInt(2) : 1);
        }
        return array;
    }

    private static INDArray[] single(INDArray[] arrays) {
        INDArray[] result = new INDArray[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            result[i] = arrays[i].castTo(DataType.FLOAT);
        }
        return result;
    }
}
