// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

/**
 * The truth is some numbers a sample, each known or not: quantities, labels of 0 and 1, times and events.
 *
 * @param layer name of the Output layer
 * @param shape sizes of the truth of a sample
 * @param truth the numbers of all samples, one sample after the other; 0 where they aren't known
 * @param weights factor on the loss of each; 0 where it isn't known
 */
record NumberTarget(String layer, int[] shape, float[] truth, float[] weights) implements TargetSource {
    @Override
    public boolean known(int sample) {
        int width = Sizes.product(shape);
        for (int i = sample * width; i < (sample + 1) * width; i++) {
            if (weights[i] > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(int sample, int epoch, float[] values, float[] factors, int offset) {
        int width = Sizes.product(shape);
        System.arraycopy(truth, sample * width, values, offset, width);
        System.arraycopy(weights, sample * width, factors, offset, width);
    }
}
