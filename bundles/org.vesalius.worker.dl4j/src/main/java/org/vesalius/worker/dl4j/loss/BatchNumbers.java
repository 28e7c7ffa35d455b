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

    /** Factor on the loss of a target. */
    double weight(int target) {
        return weights.length == 0 ? 1 : weights[target];
    }
}
