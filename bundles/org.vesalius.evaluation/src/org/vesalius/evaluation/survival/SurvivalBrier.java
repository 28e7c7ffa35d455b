// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

/**
 * The Brier score of predicted survival: the mean squared distance between the probability of no event until a time and
 * whether there was none. Who was followed up only until before that time doesn't count, and the others count 1/G more,
 * where G is the Kaplan-Meier estimate of still being followed up (Graf et al., Statistics in Medicine 18, 1999). At equal
 * times events come before ends of follow-up.
 */
public final class SurvivalBrier {
    private final SurvivalTimes times;
    private final FollowedUp followedUp;
    private final double[] before;

    /** The score on some samples. */
    public SurvivalBrier(SurvivalTimes times) {
        this.times = times;
        followedUp = new FollowedUp(times);
        before = followedUp.before();
    }

    /**
     * The score at a time.
     *
     * @param time in the unit of the times
     * @param survival for each sample the predicted probability of no event until then
     * @return between 0 and about 1; NaN if there is no sample
     */
    public double at(double time, double[] survival) {
        double share = followedUp.at(time);
        double sum = 0;
        for (int i = 0; i < survival.length; i++) {
            if (times.time(i) > time) {
                sum += (1 - survival[i]) * (1 - survival[i]) / share;
            } else if (times.event(i)) {
                sum += survival[i] * survival[i] / before[i];
            }
        }
        return sum / survival.length;
    }

    /**
     * The mean of the score over a span of time, by trapezoids.
     *
     * @param times at least two, ascending
     * @param scores at these times, as many
     */
    public static double integrated(double[] times, double[] scores) {
        double sum = 0;
        for (int i = 1; i < times.length; i++) {
            sum += (times[i] - times[i - 1]) * (scores[i] + scores[i - 1]) / 2;
        }
        return sum / (times[times.length - 1] - times[0]);
    }
}
