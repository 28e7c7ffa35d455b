// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import org.vesalius.dataset.tensor.CachedArrays;

/**
 * Feeds an input of any rank from cached arrays.
 *
 * @param layer name of the Input layer
 * @param arrays the arrays of the samples, in their order
 */
record ArraySource(String layer, CachedArrays arrays) implements InputSource {
    @Override
    public int[] shape() {
        return arrays.shape();
    }

    @Override
    public void read(int sample, int epoch, float[] target, int offset) {
        arrays.read(sample, target, offset);
    }

    @Override
    public void close() {
        arrays.close();
    }
}
