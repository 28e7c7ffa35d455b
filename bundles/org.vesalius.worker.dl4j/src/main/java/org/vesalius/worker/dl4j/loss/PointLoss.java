// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Loss;

/** The part that one output has in the loss of its row. */
enum PointLoss {
    /** (p − y)². */
    SQUARED_ERROR(true) {
        @Override
        double value(double output, double target) {
            return (output - target) * (output - target);
        }

        @Override
        double derivative(double output, double target) {
            return 2 * (output - target);
        }
    },
    /** −y log p − (1 − y) log(1 − p). */
    BINARY_CROSS_ENTROPY(true) {
        @Override
        double value(double output, double target) {
            double p = clipped(output);
            return -target * StrictMath.log(p) - (1 - target) * StrictMath.log(1 - p);
        }

        @Override
        double derivative(double output, double target) {
            double p = clipped(output);
            return (p - target) / (p * (1 - p));
        }
    },
    /** −y log p. */
    CATEGORICAL_CROSS_ENTROPY(false) {
        @Override
        double value(double output, double target) {
            return -target * StrictMath.log(clipped(output));
        }

        @Override
        double derivative(double output, double target) {
            return -target / clipped(output);
        }
    };

    private static final double EPSILON = 1e-7;

    private final boolean mean;

    PointLoss(boolean mean) {
        this.mean = mean;
    }

    /**
     * The loss of the metamodel.
     *
     * @throws ReportedException if it is not a sum over the outputs of a row
     */
    static PointLoss of(Loss loss) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> SQUARED_ERROR;
            case BINARY_CROSS_ENTROPY -> BINARY_CROSS_ENTROPY;
            case CATEGORICAL_CROSS_ENTROPY -> CATEGORICAL_CROSS_ENTROPY;
            default -> throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The DL4J engine can't train with the loss " + loss.getLiteral() + ".",
                    "Choose another loss, or another engine.");
        };
    }

    /** Whether a row counts by its mean; otherwise by its sum. */
    boolean mean() {
        return mean;
    }

    abstract double value(double output, double target);

    /** The derivative of {@link #value} by the output. */
    abstract double derivative(double output, double target);

    private static double clipped(double p) {
        return Math.min(Math.max(p, EPSILON), 1 - EPSILON);
    }
}
