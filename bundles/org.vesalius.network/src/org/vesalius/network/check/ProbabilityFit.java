// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;

/** Binary cross-entropy, focal and Dice loss: each number is a probability of its own. */
final class ProbabilityFit implements LossFit {
    static final String LOGARITHM = "Cross-entropies take the logarithm of probabilities, so numbers outside 0"
            + " to 1 make no sense to them. Sigmoid gives each finding a probability of its own; softmax gives"
            + " probabilities that sum to 1 over categories that exclude each other.";

    @Override
    public Optional<Problem> check(LossEnd end) {
        return switch (end.function()) {
            case SIGMOID, HARD_SIGMOID -> Optional.empty();
            case SOFTMAX -> softmax(end);
            default -> Optional.of(end.problem(Severity.ERROR, end.hasLoss() + ", which wants sigmoid before it, but "
                    + end.comesIn() + ".", LOGARITHM, end.use(ActivationFunction.SIGMOID),
                    end.use(Loss.MEAN_SQUARED_ERROR)));
        };
    }

    private static Optional<Problem> softmax(LossEnd end) {
        if (end.units() == 1) {
            return Optional.of(end.alwaysOne(LOGARITHM));
        }
        if (end.output().getLoss() == Loss.DICE) {
            return Optional.empty();
        }
        return Optional.of(end.problem(Severity.WARNING, end.hasLoss() + " behind a softmax; take categorical"
                + " cross-entropy for categories that exclude each other, sigmoid for findings that may occur"
                + " together.", LOGARITHM, end.use(Loss.CATEGORICAL_CROSS_ENTROPY),
                end.use(ActivationFunction.SIGMOID)));
    }
}
