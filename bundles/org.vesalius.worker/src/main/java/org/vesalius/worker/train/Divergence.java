// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.Locale;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.worker.state.LossCourse;

/**
 * Tells a training that diverged, so that it ends as failed instead of being measured.
 *
 * <p>It has diverged at once when a loss or a parameter is no finite number. Otherwise its measure is a network that
 * knows nothing: the loss of answering every sample with the mean of the truth, or that of the untrained network, if
 * that is higher. An epoch has gone astray when its mean training loss is more than 100 times that, or more than twice
 * that with the same answer for every sample. The training has diverged when it ends astray, or goes astray in two
 * epochs in succession without halving its loss. Learning slowly, overfitting, or the same answer for all with a
 * plausible loss, as in the first epochs of many a training, is none of this.
 */
final class Divergence {
    private static final double EXPLODED = 100;
    private static final double WORSE = 2;
    /** A loss below a hundredth of this is no explosion, however small the losses before were. */
    private static final double LEAST = 0.01;

    private final double constantAnswer;

    /** @param constantAnswer mean loss on the training subset of answering every sample with the mean of the truth */
    Divergence(double constantAnswer) {
        this.constantAnswer = constantAnswer;
    }

    /**
     * Checks a loss.
     *
     * @param place where it was measured, such as "iteration 7 of epoch 1"
     * @param rate the learning rate at that place
     * @throws ReportedException if the loss is NaN or infinite
     */
    static void check(double loss, String place, double rate) {
        if (!Double.isFinite(loss)) {
            throw diverged("the loss became " + loss + " in " + place, rate);
        }
    }

    /**
     * The course after one more epoch.
     *
     * @param before the course before it
     * @param firstLoss mean loss of the first batch of the epoch
     * @param loss mean loss of the epoch
     * @param sameAnswers whether the network gives every sample the same answer
     */
    LossCourse follow(LossCourse before, double firstLoss, double loss, boolean sameAnswers) {
        double start = before.start() == 0 ? firstLoss : before.start();
        double worse = loss / knowsNothing(start);
        return new LossCourse(start, loss, worse > EXPLODED || sameAnswers && worse > WORSE);
    }

    /**
     * Ends a training that won't come back.
     *
     * @param epoch the epoch that was trained
     * @param last whether no epoch follows
     * @throws ReportedException if the training has diverged
     */
    void check(LossCourse before, LossCourse after, int epoch, boolean last, double rate) {
        boolean stays = before.astray() && after.last() > before.last() / 2;
        if (after.astray() && (last || stays)) {
            throw diverged(String.format(Locale.ROOT,
                    "the loss of epoch %d is %.4g, and a network that knows nothing reaches %.4g", epoch, after.last(),
                    knowsNothing(after.start())), rate);
        }
    }

    /** The exception for a training that diverged. */
    static ReportedException diverged(String how, double rate) {
        return new ReportedException(ErrorKind.TRAINING_FAILED, "Training diverged: " + how + ".",
                "Lower the learning rate (it was " + rate + "), and check that the inputs are scaled to about 0 to 1.");
    }

    private double knowsNothing(double start) {
        return Math.max(LEAST, Math.max(constantAnswer, start));
    }
}
