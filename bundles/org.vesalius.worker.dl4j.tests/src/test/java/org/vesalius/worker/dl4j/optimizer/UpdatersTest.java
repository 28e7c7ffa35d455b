// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.Optimizer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.BuiltGraph;
import org.vesalius.worker.dl4j.graph.GraphFactory;
import org.vesalius.worker.dl4j.graph.LayerTranslators;
import org.vesalius.worker.dl4j.graph.NumericPath;
import org.vesalius.worker.dl4j.layer.StandardTranslators;

/**
 * Five steps of each optimiser against torch.optim of PyTorch 1.13 in double precision: a linear model of three weights
 * that begin at 0.3, −0.2, 0.1, mean squared error over two samples. Keras's formula for Adam has its epsilon at another
 * place, which moves the result by less than the tolerance.
 */
class UpdatersTest {

    private static final ExperimentFactory EXPERIMENTS = ExperimentFactory.eINSTANCE;
    private static final int STEPS = 5;

    @Test
    void sgd() {
        assertThat(trained(EXPERIMENTS.createSgd(), 0.1)).containsExactly(
                new double[] {0.2034813232, 0.09633930664, -0.6598904785}, within(1e-8));
    }

    @Test
    void nesterov() {
        assertThat(trained(EXPERIMENTS.createNesterov(), 0.05)).containsExactly(
                new double[] {0.1300905196, -0.007861595197, -0.6610159095}, within(1e-8));
    }

    @Test
    void adam() {
        assertThat(trained(EXPERIMENTS.createAdam(), 0.1)).containsExactly(
                new double[] {-0.173362152, 0.2802174855, -0.3800078692}, within(1e-6));
    }

    @Test
    void adamWTakesTheDecayApartFromTheGradient() {
        var adamW = EXPERIMENTS.createAdamW();
        adamW.setWeightDecay(0.1);
        assertThat(trained(adamW, 0.1)).containsExactly(
                new double[] {-0.1764396753, 0.2801914813, -0.3750327675}, within(1e-6));
    }

    @Test
    void rmsProp() {
        assertThat(trained(EXPERIMENTS.createRmsProp(), 0.05)).containsExactly(
                new double[] {-0.1145144845, 0.2251753561, -0.3248277566}, within(1e-6));
    }

    @Test
    void theRateOfAnEpochReachesEveryLayer() {
        BuiltGraph built = build(EXPERIMENTS.createSgd());
        INDArray before = built.graph().params().dup();
        built.rate().set(0);
        step(built);
        assertThat(built.graph().params()).isEqualTo(before);
    }

    private static double[] trained(Optimizer optimizer, double rate) {
        BuiltGraph built = build(optimizer);
        built.graph().getLayer("1:fc").getParam("W").assign(Nd4j.createFromArray(0.3, -0.2, 0.1).reshape(3, 1));
        built.rate().set(rate);
        for (int i = 0; i < STEPS; i++) {
            step(built);
        }
        return built.graph().getLayer("1:fc").getParam("W").dup('c').data().asDouble();
    }

    private static void step(BuiltGraph built) {
        INDArray inputs = Nd4j.createFromArray(new double[][] {{1, 2, -1}, {0.5, -1, 3}});
        INDArray targets = Nd4j.createFromArray(new double[][] {{1}, {-2}});
        built.graph().fit(new INDArray[] {inputs}, new INDArray[] {targets});
    }

    private static BuiltGraph build(Optimizer optimizer) {
        NetworkFactory layers = NetworkFactory.eINSTANCE;
        Network network = new NetworkBuilder("linear")
                .add("in", layers.createInput(), input -> input.setShape(Shape.vector(3)))
                .add("fc", layers.createDense(), dense -> {
                    dense.setUnits(1);
                    dense.setUseBias(false);
                })
                .add("out", layers.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        return new GraphFactory(StandardLayers.catalog(), LayerTranslators.of(new StandardTranslators()), NumericPath.REFERENCE)
                .build(network, optimizer, 1);
    }
}
