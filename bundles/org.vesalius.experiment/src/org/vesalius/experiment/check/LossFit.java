// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.Optional;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.TargetKind;
import org.vesalius.network.Loss;

/**
 * Whether the loss of an output can be computed from what its columns tell.
 *
 * @param output the output
 */
record LossFit(BoundOutput output) {
    /** What is wrong, fit to follow a colon; empty if nothing is. */
    Optional<String> problem() {
        Loss loss = output.layer().getLoss();
        if (ofSurvival(loss) != (output.kind() == TargetKind.SURVIVAL)) {
            return Optional.of(ofSurvival(loss)
                    ? "its loss is for times to an event; bind it to a column of times and one that tells events"
                    : "times to an event need the loss Cox, or discrete hazards for batches of any size");
        }
        return switch (output.kind()) {
            case LABELS, ORDERED -> ofDistributions(loss) ? Optional.of("its loss is for categories that exclude each"
                    + " other; take sigmoid with binary cross-entropy for what may occur together") : Optional.empty();
            case NUMBERS -> quantities(loss);
            case ARRAY -> loss == Loss.CATEGORICAL_CROSS_ENTROPY
                    ? Optional.of("its loss is for categories; take mean squared error") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> quantities(Loss loss) {
        boolean standardised = output.columns().stream().anyMatch(column -> column.encoding() == Encoding.STANDARDISED);
        return switch (loss) {
            case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> Optional.empty();
            case POISSON -> standardised ? Optional.of("Poisson loss is for counts as they are, and standardised ones"
                    + " may be negative") : Optional.empty();
            default -> Optional.of("its loss is for categories; quantities need mean squared error, mean absolute error,"
                    + " Huber or, for counts, Poisson");
        };
    }

    private static boolean ofDistributions(Loss loss) {
        return loss == Loss.CATEGORICAL_CROSS_ENTROPY || loss == Loss.KULLBACK_LEIBLER;
    }

    private static boolean ofSurvival(Loss loss) {
        return ofCox(loss) || loss == Loss.DISCRETE_HAZARDS;
    }

    /** Whether a loss compares all samples of a batch. */
    static boolean ofCox(Loss loss) {
        return loss == Loss.COX_EFRON || loss == Loss.COX_BRESLOW;
    }
}
