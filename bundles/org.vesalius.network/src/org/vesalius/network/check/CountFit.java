// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;

/** Poisson loss: expected counts, which are above 0. */
final class CountFit implements LossFit {
    private static final String COUNTS = "Poisson loss takes the logarithm of the expected count, which therefore has"
            + " to be above 0: softplus and exponential always are. A relu may give exactly 0, and a sigmoid never"
            + " more than 1.";

    @Override
    public Optional<Problem> check(LossEnd end) {
        return switch (end.function()) {
            case SOFTPLUS, EXPONENTIAL -> Optional.empty();
            case RELU, RELU6, SIGMOID, HARD_SIGMOID, SOFTMAX -> Optional.of(problem(end, Severity.WARNING));
            default -> Optional.of(problem(end, Severity.ERROR));
        };
    }

    private static Problem problem(LossEnd end, Severity severity) {
        return end.problem(severity, end.hasLoss() + ", which wants expected counts above 0, but " + end.comesIn()
                + "; take softplus.", COUNTS, end.use(ActivationFunction.SOFTPLUS), end.use(Loss.MEAN_SQUARED_ERROR));
    }
}
