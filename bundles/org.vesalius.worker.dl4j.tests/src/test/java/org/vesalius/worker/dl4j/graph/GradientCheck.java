// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Network;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.worker.dl4j.graph.BuiltGraph.InputPort;
import org.vesalius.worker.dl4j.graph.BuiltGraph.OutputPort;
import org.vesalius.worker.dl4j.layer.StandardTranslators;

/**
 * Compares the gradients of a network, as it trains, with central differences of its loss in double precision. The
 * differences know nothing of any derivative, so an error in one can't hide.
 */
public final class GradientCheck {

    private static final int SAMPLES = 3;
    private static final double STEP = 1e-6;
    private static final long SEED = 11;

    private final Network network;
    private final Random random = new Random(SEED);
    private final Supplier<Double> inputValues;
    private boolean weighted;

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
        check(this::compareAlongDirections);
    }

    /** As {@link #run()}, with a difference for every single number. */
    public void runNumberByNumber() {
        check(this::compareNumberByNumber);
    }

    /** As {@link #run()}, with a factor of its own on the loss of each number: 0 on every third one. */
    public void runWeighted() {
        weighted = true;
        run();
    }

    private void check(Differences differences) {
        BuiltGraph reference = build(NumericPath.REFERENCE);
        BuiltGraph fast = build(NumericPath.FAST);
        INDArray[] inputs = reference.inputs().stream().map(this::input).toArray(INDArray[]::new);
        INDArray[] targets = reference.outputs().stream().map(this::target).toArray(INDArray[]::new);
        if (weighted) {
            weigh(reference, targets);
            weigh(fast, targets);
        }
        spread(reference.graph());
        fast.graph().params().assign(reference.graph().params().castTo(DataType.FLOAT));
        INDArray analytic = gradient(reference, inputs, targets);
        INDArray single = gradient(fast, single(inputs), single(targets));
        differences.compare(reference, inputs, targets, analytic);
        assertThat(distance(single, analytic)).as("fast path against double precision").isLessThan(2e-5);
        compareOutputs(reference, fast, inputs);
    }

    private static void weigh(BuiltGraph built, INDArray... targets) {
        for (int i = 0; i < targets.length; i++) {
            float[] factors = new float[Math.toIntExact(targets[i].length())];
            for (int place = 0; place < factors.length; place++) {
                factors[place] = place % 3 * (0.5f + place % 4);
            }
            built.outputs().get(i).loss().weigh(factors);
        }
    }

    /** Compares gradients in double precision with differences of the loss. */
    private interface Differences {
        void compare(BuiltGraph built, INDArray[] inputs, INDArray[] targets, INDArray analytic);
    }

    private static BuiltGraph graph(Network network, NumericPath path) {
        var optimizer = ExperimentFactory.eINSTANCE.createSgd();
        return new GraphFactory(StandardLayers.catalog(), LayerTranslators.of(new StandardTranslators()), path).build(network, optimizer,
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

    /**
     * Along a random direction through all numbers of a parameter, two losses tell whether every one of its derivatives
     * is right: an error in any of them changes the slope, and errors that cancel have no chance against the directions.
     */
    private void compareAlongDirections(BuiltGraph built, INDArray[] inputs, INDArray[] targets, INDArray analytic) {
        List<String> owners = ParameterNames.of(built.graph());
        for (String owner : learned(owners)) {
            int first = owners.indexOf(owner);
            double[] direction = direction(owners.lastIndexOf(owner) + 1 - first);
            compare(built, inputs, targets, analytic, new Move(owner, first, direction));
        }
    }

    private void compareNumberByNumber(BuiltGraph built, INDArray[] inputs, INDArray[] targets, INDArray analytic) {
        List<String> owners = ParameterNames.of(built.graph());
        for (int i = 0; i < owners.size(); i++) {
            if (!ParameterNames.isStatistic(owners.get(i))) {
                compare(built, inputs, targets, analytic, new Move(owners.get(i) + ", number " + i, i, new double[] {1}));
            }
        }
    }

    private static Set<String> learned(List<String> owners) {
        Set<String> names = new LinkedHashSet<>(owners);
        names.removeIf(ParameterNames::isStatistic);
        return names;
    }

    /** A direction of length 1. */
    private double[] direction(int size) {
        double[] direction = DoubleStream.generate(random::nextGaussian).limit(size).toArray();
        double length = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
        return Arrays.stream(direction).map(x -> x / length).toArray();
    }

    private static void compare(BuiltGraph built, INDArray[] inputs, INDArray[] targets, INDArray analytic, Move move) {
        INDArray parameters = built.graph().params();
        INDArray before = parameters.dup();
        move.by(STEP, before, parameters);
        double above = loss(built, inputs, targets);
        move.by(-STEP, before, parameters);
        double below = loss(built, inputs, targets);
        parameters.assign(before);
        double numeric = (above - below) / (2 * STEP);
        assertThat(move.slope(analytic)).as("derivative by %s", move.name())
                .isCloseTo(numeric, Offset.offset(1e-7 + 1e-5 * Math.abs(numeric)));
    }

    /** A way through the parameters: from number {@code first} on, each by its share. */
    private record Move(String name, int first, double[] shares) {

        void by(double step, INDArray before, INDArray parameters) {
            for (int i = 0; i < shares.length; i++) {
                parameters.putScalar(first + i, before.getDouble(first + i) + step * shares[i]);
            }
        }

        double slope(INDArray gradient) {
            double slope = 0;
            for (int i = 0; i < shares.length; i++) {
                slope += gradient.getDouble(first + i) * shares[i];
            }
            return slope;
        }
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
        if (port.targetColumns() > port.columns()) {
            // two events at one time, the end of a follow-up at another
            return Nd4j.createFromArray(new double[][] {{2, 1}, {2, 1}, {3, 0}});
        }
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
