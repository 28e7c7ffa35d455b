// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import java.util.List;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.dataset.tensor.TensorSpec;

/**
 * Changes images at random. What happens to an image depends on the seed, the epoch and the sample's id alone: not
 * on the order of samples, the number of threads, the engine or the machine.
 */
public final class Augmenter {
    private final List<Augmentation> augmentations;
    private final long seed;

    /**
     * Applies these, in this order.
     *
     * @param augmentations the kinds of change; none leaves images as they are
     * @param seed other seeds make other changes
     */
    public Augmenter(List<Augmentation> augmentations, long seed) {
        this.augmentations = List.copyOf(augmentations);
        this.seed = seed;
    }

    /**
     * The changed image.
     *
     * @param hwc the image: rows, columns, then channels; stays as it is
     * @param spec its shape
     * @param epoch the number of the epoch
     * @param sampleId which sample it is
     * @return an image of the same shape
     */
    public float[] apply(float[] hwc, TensorSpec spec, int epoch, String sampleId) {
        return new AffineResampling(spec, change(epoch, sampleId)).apply(hwc);
    }

    /** What happens to a sample in an epoch. */
    public Change change(int epoch, String sampleId) {
        SeededRandom random = SeededRandom.of(seed, epoch, SeededRandom.key(sampleId));
        Change change = Change.NONE;
        for (Augmentation augmentation : augmentations) {
            change = augmentation.draw(change, random);
        }
        return change;
    }
}
