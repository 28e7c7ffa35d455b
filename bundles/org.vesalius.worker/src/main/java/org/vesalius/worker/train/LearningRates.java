// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import org.vesalius.experiment.Constant;
import org.vesalius.experiment.CosineDecay;
import org.vesalius.experiment.ExponentialDecay;
import org.vesalius.experiment.StepDecay;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.util.ExperimentSwitch;

/**
 * The schedules of the experiment model as functions. With r the rate of the optimiser, e the number of epochs done
 * before (0 in the first) and E the number of epochs planned:
 * <ul>
 * <li>constant: r
 * <li>step decay: r · factor<sup>⌊e / every⌋</sup>
 * <li>exponential decay: r · factor<sup>e</sup>
 * <li>cosine decay: m + (r − m)(1 + cos(π e / E)) / 2 with m the minimum (Loshchilov and Hutter, SGDR: Stochastic
 * Gradient Descent with Warm Restarts, ICLR 2017, equation 5, one period without restart)
 * </ul>
 */
public final class LearningRates {
    private LearningRates() {
    }

    /** The learning rate that these settings ask for. */
    public static LearningRate of(TrainingSettings settings) {
        double rate = settings.getOptimizer().getLearningRate();
        if (settings.getSchedule() == null) {
            return epoch -> rate;
        }
        return new Translation(rate, settings.getEpochs()).doSwitch(settings.getSchedule());
    }

    private static final class Translation extends ExperimentSwitch<LearningRate> {
        private final double rate;
        private final int epochs;

        Translation(double rate, int epochs) {
            this.rate = rate;
            this.epochs = epochs;
        }

        @Override
        public LearningRate caseConstant(Constant schedule) {
            return epoch -> rate;
        }

        @Override
        public LearningRate caseStepDecay(StepDecay schedule) {
            double factor = schedule.getFactor();
            int every = schedule.getEveryEpochs();
            return epoch -> rate * StrictMath.pow(factor, Math.floorDiv(epoch - 1, every));
        }

        @Override
        public LearningRate caseExponentialDecay(ExponentialDecay schedule) {
            double factor = schedule.getFactor();
            return epoch -> rate * StrictMath.pow(factor, epoch - 1);
        }

        @Override
        public LearningRate caseCosineDecay(CosineDecay schedule) {
            double minimum = schedule.getMinimum();
            return epoch -> minimum
                    + (rate - minimum) * (1 + StrictMath.cos(StrictMath.PI * (epoch - 1) / epochs)) / 2;
        }
    }
}
