// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.optimizer;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.Adam;
import org.vesalius.experiment.AdamW;
import org.vesalius.experiment.Nesterov;
import org.vesalius.experiment.Optimizer;
import org.vesalius.experiment.Sgd;

/** DL4J's updaters for the optimisers of an experiment. */
public final class Updaters {

    private Updaters() {
    }

    /**
     * Sets the part of an optimiser that does not go through the gradient. AdamW's decay is decoupled: each step takes
     * away rate × decay of every kernel and bias, but of no batch normalisation. Source: Loshchilov and Hutter, ICLR
     * 2019.
     *
     * @param optimizer the optimiser
     * @param graph a graph, initialised: settings given to DL4J's builder would reach some layers twice
     */
    public static void applyDecay(Optimizer optimizer, ComputationGraph graph) {
        if (!(optimizer instanceof AdamW adamW)) {
            return;
        }
        WeightDecay decay = new WeightDecay(adamW.getWeightDecay(), true);
        for (Layer layer : graph.getLayers()) {
            if (layer.conf().getLayer() instanceof BaseLayer settings) {
                settings.setRegularization(with(decay, settings.getRegularization()));
                settings.setRegularizationBias(with(decay, settings.getRegularizationBias()));
            }
        }
    }

    private static List<Regularization> with(Regularization decay, List<Regularization> others) {
        List<Regularization> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(decay);
        return all;
    }

    /**
     * DL4J's updater for an optimiser.
     *
     * @param optimizer kind and constants
     * @param rate the learning rate, now and later
     * @throws ReportedException for a kind of optimiser that this engine does not have
     */
    public static IUpdater of(Optimizer optimizer, EpochRate rate) {
        if (optimizer instanceof Sgd) {
            return org.nd4j.linalg.learning.config.Sgd.builder().learningRateSchedule(rate).build();
        }
        if (optimizer instanceof Nesterov nesterov) {
            return new Nesterovs(rate, nesterov.getMomentum());
        }
        if (optimizer instanceof Adam adam) {
            return adam(rate, adam.getBeta1(), adam.getBeta2(), adam.getEpsilon());
        }
        if (optimizer instanceof AdamW adam) {
            return adam(rate, adam.getBeta1(), adam.getBeta2(), adam.getEpsilon());
        }
        if (optimizer instanceof org.vesalius.experiment.RmsProp rmsProp) {
            return RmsProp.builder().learningRateSchedule(rate).rmsDecay(rmsProp.getDecay())
                    .epsilon(rmsProp.getEpsilon()).build();
        }
        throw new ReportedException(ErrorKind.INVALID_INPUT, "The DL4J engine has no optimiser of the kind "
                + (optimizer == null ? "(none)" : optimizer.eClass().getName()) + ".",
                "Choose SGD, Nesterov, Adam, AdamW or RMSProp in the experiment.");
    }

    private static IUpdater adam(EpochRate rate, double beta1, double beta2, double epsilon) {
        return org.nd4j.linalg.learning.config.Adam.builder().learningRateSchedule(rate).beta1(beta1).beta2(beta2)
                .epsilon(epsilon).build();
    }
}
