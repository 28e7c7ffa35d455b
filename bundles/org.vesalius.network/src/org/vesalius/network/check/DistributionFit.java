// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;

/** Categorical cross-entropy and Kullback-Leibler divergence: the numbers are probabilities that sum to 1. */
final class DistributionFit implements LossFit {
    @Override
    public Optional<Problem> check(LossEnd end) {
        if (end.units() == 1) {
            return Optional.of(end.alwaysOne(ProbabilityFit.LOGARITHM));
        }
        return switch (end.function()) {
            case SOFTMAX -> Optional.empty();
            case SIGMOID, HARD_SIGMOID -> Optional.of(end.problem(Severity.WARNING, end.hasLoss()
                    + " behind a sigmoid; take softmax for categories that exclude each other, binary cross-entropy"
                    + " for findings that may occur together.", ProbabilityFit.LOGARITHM,
                    end.use(ActivationFunction.SOFTMAX), end.use(Loss.BINARY_CROSS_ENTROPY)));
            default -> Optional.of(end.problem(Severity.ERROR, end.hasLoss() + ", which wants softmax before it, but "
                    + end.comesIn() + ".", ProbabilityFit.LOGARITHM, end.use(ActivationFunction.SOFTMAX),
                    end.use(Loss.MEAN_SQUARED_ERROR)));
        };
    }
}
