// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ImageReader;

/** Makes plain images whose grey value is the sample's value, and counts how many it made. */
final class CountingReader implements ImageReader {
    private final AtomicInteger reads = new AtomicInteger();

    int reads() {
        return reads.get();
    }

    @Override
    public String id() {
        return "counting";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) {
        return value;
    }

    @Override
    public PixelImage read(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        reads.incrementAndGet();
        if (value.isEmpty()) {
            throw new UnreadableImageException("is\nnothing");
        }
        float grey = Float.parseFloat(value);
        return new PixelImage(1, 2, 1, new float[] {grey, grey});
    }
}
