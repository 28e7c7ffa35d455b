// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.Optional;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;

/** Whether a loss fits what comes into an Output. */
final class LossFits {
    private LossFits() {
    }

    /** Whether losses of one kind fit what comes into an Output. */
    interface LossFit {
        /**
         * What is wrong, and what to change.
         *
         * @param end an Output with a loss of this kind, and what stands before it
         */
        Optional<Problem> check(LossEnd end);
    }

    /** Binary cross-entropy, focal and Dice loss: each number is a probability of its own. */
    static final class ProbabilityFit implements LossFit {
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

    /** Categorical cross-entropy and Kullback-Leibler divergence: the numbers are probabilities that sum to 1. */
    static final class DistributionFit implements LossFit {
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

    /** Squared, absolute and Huber error: quantities of any size, for which probabilities are a poor start. */
    static final class QuantityFit implements LossFit {
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

    /** Hinge loss: numbers on both sides of 0, whose sign decides. */
    static final class MarginFit implements LossFit {
        private static final String MARGIN = "Hinge loss takes −1 for no and 1 for yes and punishes whatever is not"
                + " beyond. A function that never falls below 0 can't say no.";

        @Override
        public Optional<Problem> check(LossEnd end) {
            return switch (end.function()) {
                case SIGMOID, HARD_SIGMOID, SOFTMAX, RELU, RELU6, EXPONENTIAL, SOFTPLUS -> Optional.of(end.problem(
                        Severity.WARNING, end.hasLoss() + ", which wants numbers on both sides of 0, but " + end.comesIn()
                                + " and never below 0; take tanh or linear.",
                        MARGIN, end.use(ActivationFunction.TANH),
                        end.use(ActivationFunction.LINEAR)));
                default -> Optional.empty();
            };
        }
    }

    /** Poisson loss: expected counts, which are above 0. */
    static final class CountFit implements LossFit {
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

    /** Cox's partial likelihood: one logarithm of a hazard, which may be any number. */
    static final class LogHazardFit implements LossFit {
        private static final String HAZARD = "Cox's model says how much likelier the event is for one sample than for"
                + " another, as the logarithm of the ratio of their hazards: one number, below or above 0.";

        @Override
        public Optional<Problem> check(LossEnd end) {
            if (end.units() > 1) {
                return Optional.of(end.problem(Severity.ERROR, end.hasLoss() + ", which wants one number, but gets "
                        + end.units() + "; take one unit.", HAZARD, end.use(Loss.DISCRETE_HAZARDS)));
            }
            return switch (end.function()) {
                case LINEAR, TANH -> Optional.empty();
                case SOFTMAX -> Optional.of(problem(end, Severity.ERROR));
                default -> Optional.of(problem(end, Severity.WARNING));
            };
        }

        private static Problem problem(LossEnd end, Severity severity) {
            return end.problem(severity, end.hasLoss() + ", which wants any number before it, but " + end.comesIn()
                    + "; take linear.", HAZARD, end.use(ActivationFunction.LINEAR));
        }
    }

    /** Hazards of intervals: each number is a probability of its own, and they don't sum to 1. */
    static final class HazardFit implements LossFit {
        private static final String INTERVALS = "The hazard of an interval is the probability of the event in it, given that"
                + " it did not come before: a number between 0 and 1 for each interval, whatever the others are.";

        @Override
        public Optional<Problem> check(LossEnd end) {
            return switch (end.function()) {
                case SIGMOID, HARD_SIGMOID -> Optional.empty();
                default -> Optional.of(end.problem(Severity.ERROR, end.hasLoss() + ", which wants sigmoid before it, but "
                        + end.comesIn() + ".", INTERVALS, end.use(ActivationFunction.SIGMOID)));
            };
        }
    }
}
