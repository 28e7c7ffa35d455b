// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.Optional;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Loss;

/** Squared, absolute and Huber error: quantities of any size, for which probabilities are a poor start. */
final class QuantityFit implements LossFit {
    private static final String FLAT = "Behind a sigmoid or softmax the error of a sample that is told quite wrong"
            + " hardly changes with the weights, so it is learned slowly; cross-entropy grows the steeper, the more"
            + " wrong the answer is.";

    @Override
    public Optional<Problem> check(LossEnd end) {
        return switch (end.function()) {
            case SIGMOID, HARD_SIGMOID -> Optional.of(advice(end, Loss.BINARY_CROSS_ENTROPY));
            case SOFTMAX -> Optional.of(advice(end, Loss.CATEGORICAL_CROSS_ENTROPY));
            default -> Optional.empty();
        };
    }

    private static Problem advice(LossEnd end, Loss better) {
        return end.problem(Severity.ADVICE, end.hasLoss() + " behind " + English.one(end.function().getLiteral()) + "; "
                + LossEnd.words(better) + " learns faster here.", FLAT, end.use(better));
    }
}
