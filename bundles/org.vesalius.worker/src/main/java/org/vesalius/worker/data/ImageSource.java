// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.List;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.augment.Augmenter;
import org.vesalius.dataset.tensor.CachedArrays;
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
