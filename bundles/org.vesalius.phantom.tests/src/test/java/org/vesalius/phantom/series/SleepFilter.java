// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.series;

/**
 * The likeliest stage of each half minute by all up to it, from the chances that the phantom is drawn by (the forward algorithm
 * of hidden Markov models), with the mean over what patients have of their own and noise taken as normal.
 */
final class SleepFilter {
    private static final int GRID = 9;
    private static final SleepStage[] STAGES = SleepStage.values();

    /** The numbers of the stages. */
    int[] stages(float[] power) {
        double[][] beliefs = new double[GRID * GRID][STAGES.length];
        double[] weights = new double[beliefs.length];
        int[] told = new int[SleepPhantom.STEPS];
        for (int step = 0; step < told.length; step++) {
            double[] likely = new double[STAGES.length];
            double most = Double.NEGATIVE_INFINITY;
            for (int own = 0; own < beliefs.length; own++) {
                weights[own] += advance(beliefs, own, step, power);
                most = Math.max(most, weights[own]);
            }
            for (int own = 0; own < beliefs.length; own++) {
                for (int stage = 0; stage < likely.length; stage++) {
                    likely[stage] += Math.exp(weights[own] - most) * beliefs[own][stage];
                }
            }
            told[step] = largest(likely);
        }
        return told;
    }

    /** Beliefs after one step more; the logarithm of how likely what was seen is. */
    private static double advance(double[][] beliefs, int own, int step, float[] power) {
        double[] logs = new double[STAGES.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int stage = 0; stage < logs.length; stage++) {
            logs[stage] = Math.log(prior(beliefs[own], stage, step)) + logLikelihood(own, stage, step, power);
            most = Math.max(most, logs[stage]);
        }
        double sum = 0;
        for (int stage = 0; stage < logs.length; stage++) {
            beliefs[own][stage] = Math.exp(logs[stage] - most);
            sum += beliefs[own][stage];
        }
        for (int stage = 0; stage < logs.length; stage++) {
            beliefs[own][stage] /= sum;
        }
        return most + Math.log(sum);
    }

    private static double prior(double[] belief, int stage, int step) {
        if (step == 0) {
            return 1.0 / STAGES.length;
        }
        double sum = 0;
        for (int before = 0; before < belief.length; before++) {
            sum += belief[before] * STAGES[before].chanceOf(STAGES[stage]);
        }
        return sum;
    }

    private static double logLikelihood(int own, int stage, int step, float[] power) {
        double strength = place(own / GRID);
        double tilt = place(own % GRID);
        double sum = 0;
        for (int band = 0; band < SleepPhantom.BANDS; band++) {
            double rest = power[step * SleepPhantom.BANDS + band] - STAGES[stage].power(band + 1.5) - strength
                    - tilt * SleepPhantom.slope(band);
            sum -= rest * rest;
        }
        return sum / (2 * SleepPhantom.NOISE * SleepPhantom.NOISE);
    }

    private static double place(int index) {
        return SleepPhantom.OWN * (2.0 * index / (GRID - 1) - 1);
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
