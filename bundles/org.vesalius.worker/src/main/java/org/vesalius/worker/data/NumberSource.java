// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

/**
 * Feeds an input of size 1 from a column of numbers.
 *
 * @param layer name of the Input layer
 * @param shape sizes of its axes, all 1
 * @param numbers the number of each sample
 */
record NumberSource(String layer, int[] shape, float[] numbers) implements InputSource {
    @Override
    public void read(int sample, int epoch, float[] target, int offset) {
        target[offset] = numbers[sample];
    }
}
