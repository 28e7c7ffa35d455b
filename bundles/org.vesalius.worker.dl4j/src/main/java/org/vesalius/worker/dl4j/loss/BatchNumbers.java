// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/**
 * The numbers of a batch that a loss works on, sample by sample, row by row.
 *
 * @param samples number of samples
 * @param before numbers before the last activation
 * @param targets what they should become
 * @param weights factor on the loss of each target, as many; 0 where the truth isn't known; none stands for all 1
 * @param outputs receives the numbers after the activation
 * @param gradients receives the derivative of the loss by {@code before}
 */
record BatchNumbers(int samples, double[] before, double[] targets, float[] weights, float[] outputs,
        double[] gradients) {

    /** Numbers of one sample. */
    int size() {
        return samples == 0 ? 0 : before.length / samples;
    }

    /** Targets of one sample. */
    int targetSize() {
        return samples == 0 ? 0 : targets.length / samples;
    }

    /**
     * What makes a sum over all terms, divided by their number, the mean of those that are known.
     *
     * @param size targets of a term; it is known if one of them has a weight
     * @return the number of terms by that of known ones; 0 if none is known
     */
    double known(int size) {
        int known = 0;
        for (int start = 0; start < targets.length; start += size) {
            boolean there = false;
            for (int i = start; i < start + size && !there; i++) {
                there = weight(i) > 0;
            }
            known += there ? 1 : 0;
        }
        return known == 0 ? 0 : targets.length / size / (double) known;
    }

    /** Factor on the loss of a target. */
    double weight(int target) {
        return weights.length == 0 ? 1 : weights[target];
    }
}
