// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import org.vesalius.evaluation.Losses;

/**
 * The hazard of each interval of time: the probability of the event in it, given that it didn't come before. Unlike
 * Cox's likelihood it is a loss of single samples (Gensheimer and Narasimhan, PeerJ 7:e6257, 2019).
 */
public final class DiscreteHazards {
    private DiscreteHazards() {
    }

    /** The probability of no event until the end of each interval: Π (1 − h). */
    public static double[] survival(double[] hazards) {
        double[] survival = new double[hazards.length];
        double left = 1;
        for (int i = 0; i < hazards.length; i++) {
            left *= 1 - hazards[i];
            survival[i] = left;
        }
        return survival;
    }

    /**
     * A number that is higher the sooner the event is expected: minus the mean number of intervals lasted, −Σ S.
     */
    public static double risk(double[] hazards) {
        double lasted = 0;
        for (double left : survival(hazards)) {
            lasted += left;
        }
        return -lasted;
    }

    /**
     * The negative log-likelihood of one sample, in nats: −ln(1 − h) of each interval lasted, and −ln h of the one with
     * the event.
     *
     * @param hazards the hazard of each interval
     * @param lasted number of intervals lasted
     * @param event whether the event came in the next one; otherwise nothing is known of that
     */
    public static double loss(double[] hazards, int lasted, boolean event) {
        double loss = 0;
        for (int i = 0; i < lasted; i++) {
            loss += Losses.binaryCrossEntropySum(new double[] {0}, new double[] {hazards[i]});
        }
        return event ? loss + Losses.binaryCrossEntropySum(new double[] {1}, new double[] {hazards[lasted]}) : loss;
    }
}
