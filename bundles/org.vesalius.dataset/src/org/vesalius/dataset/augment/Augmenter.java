// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import java.util.Arrays;
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

    /**
     * The changed array: all its slices like the image of the same sample.
     *
     * @param values slices, rows, columns, then channels; they stay as they are
     * @param shape sizes of the last three axes, or of all four
     * @param nearest whether values are numbers of categories, of which there is no mean
     */
    public float[] apply(float[] values, int[] shape, boolean nearest, int epoch, String sampleId) {
        int last = shape.length - 1;
        AffineResampling.Plane plane = new AffineResampling.Plane(shape[last - 2], shape[last - 1], shape[last]);
        AffineResampling resampling = new AffineResampling(plane, change(epoch, sampleId), nearest);
        float[] changed = new float[values.length];
        for (int slice = 0; slice < values.length; slice += plane.length()) {
            float[] one = resampling.apply(Arrays.copyOfRange(values, slice, slice + plane.length()));
            System.arraycopy(one, 0, changed, slice, one.length);
        }
        return changed;
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
