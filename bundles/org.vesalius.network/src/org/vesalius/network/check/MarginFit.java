// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.ActivationFunction;

/** Hinge loss: numbers on both sides of 0, whose sign decides. */
final class MarginFit implements LossFit {
    private static final String MARGIN = "Hinge loss takes −1 for no and 1 for yes and punishes whatever is not"
            + " beyond. A function that never falls below 0 can't say no.";

    @Override
    public Optional<Problem> check(LossEnd end) {
        return switch (end.function()) {
            case SIGMOID, HARD_SIGMOID, SOFTMAX, RELU, RELU6, EXPONENTIAL, SOFTPLUS -> Optional.of(end.problem(
                    Severity.WARNING, end.hasLoss() + ", which wants numbers on both sides of 0, but " + end.comesIn()
                            + " and never below 0; take tanh or linear.", MARGIN, end.use(ActivationFunction.TANH),
                    end.use(ActivationFunction.LINEAR)));
            default -> Optional.empty();
        };
    }
}
