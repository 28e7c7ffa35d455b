// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import org.vesalius.network.Output;

/** The part that one output has in the loss of its row. Stateless. */
interface PointLoss {

    /** Whether a row counts by its mean; otherwise by its sum. */
    default boolean mean() {
        return true;
    }

    /** The loss of one number, not divided by anything. */
    double value(double output, double target);

    /** The derivative of {@link #value} by the output. */
    double derivative(double output, double target);

    /**
     * The loss that an Output asks for, with its constants.
     *
     * @throws IllegalArgumentException for a loss that looks at several places or samples together
     */
    static PointLoss of(Output layer) {
        return switch (layer.getLoss()) {
            case MEAN_SQUARED_ERROR -> new NumberLosses.SquaredError();
            case MEAN_ABSOLUTE_ERROR -> new NumberLosses.AbsoluteError();
            case HUBER -> new NumberLosses.Huber(layer.getHuberDelta());
            case BINARY_CROSS_ENTROPY -> new ProbabilityLosses.BinaryCrossEntropy(true);
            case DISCRETE_HAZARDS -> new ProbabilityLosses.BinaryCrossEntropy(false);
            case CATEGORICAL_CROSS_ENTROPY -> new ProbabilityLosses.CategoricalCrossEntropy();
            case FOCAL -> new ProbabilityLosses.Focal(layer.getFocalGamma(), layer.getFocalAlpha());
            case HINGE -> new NumberLosses.Hinge();
            case KULLBACK_LEIBLER -> new ProbabilityLosses.KullbackLeibler();
            case POISSON -> new NumberLosses.Poisson();
            case DICE, COX_EFRON, COX_BRESLOW ->
                    throw new IllegalArgumentException("not a loss of single numbers: " + layer.getLoss());
        };
    }
}
