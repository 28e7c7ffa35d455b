// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** A training whose loss is no number any more: no later step brings it back, so it ends here. */
final class Divergence {
    private Divergence() {
    }

    /**
     * Checks a loss.
     *
     * @param place where it was measured, such as "iteration 7 of epoch 1"
     * @param rate the learning rate at that place
     * @throws ReportedException if the loss is NaN or infinite
     */
    static void check(double loss, String place, double rate) {
        if (Double.isFinite(loss)) {
            return;
        }
        throw new ReportedException(ErrorKind.TRAINING_FAILED,
                "Training diverged: the loss became " + loss + " in " + place + ".",
                "Lower the learning rate (it was " + rate + "), and check that the inputs are scaled to about 0 to 1.");
    }
}
