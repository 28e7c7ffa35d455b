// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.List;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.augment.Augmenter;
import org.vesalius.dataset.tensor.CachedArrays;
import org.vesalius.dataset.tensor.CategoryShares;
import org.vesalius.dataset.tensor.TensorSpec;

/** Feeds an input from cached images; in training epochs they are augmented. */
final class ImageSource implements InputSource {
    private final String layer;
    private final CachedArrays images;
    private final TensorSpec spec;
    private final List<Sample> samples;
    private final Augmenter augmenter;

    /**
     * @param layer name of the Input layer
     * @param images the images of the samples, in their order
     * @param spec their size
     * @param samples the samples
     * @param augmenter changes the images in training epochs; null to leave them as they are
     */
    ImageSource(String layer, CachedArrays images, TensorSpec spec, List<Sample> samples, Augmenter augmenter) {
        this.layer = layer;
        this.images = images;
        this.spec = spec;
        this.samples = samples;
        this.augmenter = augmenter;
    }

    @Override
    public String layer() {
        return layer;
    }

    @Override
    public int[] shape() {
        return new int[] {spec.height(), spec.width(), spec.channels()};
    }

    @Override
    public void read(int sample, int epoch, float[] target, int offset) {
        if (epoch == PLAIN || augmenter == null) {
            images.read(sample, target, offset);
            return;
        }
        float[] image = new float[spec.height() * spec.width() * spec.channels()];
        images.read(sample, image, 0);
        float[] changed = augmenter.apply(image, spec, epoch, samples.get(sample).id());
        System.arraycopy(changed, 0, target, offset, changed.length);
    }

    @Override
    public void close() {
        images.close();
    }
}

/** Feeds pictures of the numbers of categories; in training epochs they are moved, each category for itself. */
final class CategoryPictures implements InputSource {
    private final String layer;
    private final CachedArrays pictures;
    private final TensorSpec spec;
    private final List<Sample> samples;
    private final Augmenter augmenter;
    private final int categories;

    /** @param categories how many there are; the others as for {@link ImageSource} */
    CategoryPictures(String layer, CachedArrays pictures, TensorSpec spec, List<Sample> samples, Augmenter augmenter,
            int categories) {
        this.layer = layer;
        this.pictures = pictures;
        this.spec = spec;
        this.samples = samples;
        this.augmenter = augmenter;
        this.categories = categories;
    }

    @Override
    public String layer() {
        return layer;
    }

    @Override
    public int[] shape() {
        return spec.shape();
    }

    @Override
    public void read(int sample, int epoch, float[] target, int offset) {
        if (epoch == PLAIN) {
            pictures.read(sample, target, offset);
            return;
        }
        float[] numbers = new float[spec.length()];
        pictures.read(sample, numbers, 0);
        CategoryShares shares = new CategoryShares(numbers.length);
        for (int category = 0; category < categories; category++) {
            float[] marks = CategoryShares.marks(numbers, category);
            if (marks.length > 0) {
                shares.add(category, augmenter.apply(marks, spec, epoch, samples.get(sample).id()));
            }
        }
        shares.into(target, offset);
    }

    @Override
    public void close() {
        pictures.close();
    }
}

/**
 * Feeds arrays that are changed in training epochs as the pictures of the same samples are, slice by slice.
 *
 * @param source gives the arrays; their last axes are rows, columns and channels
 * @param samples the samples, in the order of their numbers
 * @param augmenter changes the arrays
 * @param nearest whether values are numbers of categories, of which there is no mean
 */
record AugmentedArrays(InputSource source, List<Sample> samples, Augmenter augmenter, boolean nearest)
        implements ChangedSource {
    @Override
    public void read(int sample, int epoch, float[] target, int offset) {
        if (epoch == PLAIN) {
            source.read(sample, epoch, target, offset);
            return;
        }
        float[] values = new float[Sizes.product(shape())];
        source.read(sample, epoch, values, 0);
        float[] changed = augmenter.apply(values, shape(), nearest, epoch, samples.get(sample).id());
        System.arraycopy(changed, 0, target, offset, changed.length);
    }
}
