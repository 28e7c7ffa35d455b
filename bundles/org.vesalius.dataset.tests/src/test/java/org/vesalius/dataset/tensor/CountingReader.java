// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.array.Brightness;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ArrayDescription;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;

/** Makes plain images whose grey value is the sample's value, and counts how many it made. */
final class CountingReader implements ColumnReader {
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
    public TypedArray read(Path root, String value, Map<String, String> options) throws UnreadableImageException {
        reads.incrementAndGet();
        if (value.isEmpty()) {
            throw new UnreadableImageException("is\nnothing");
        }
        float grey = Float.parseFloat(value);
        return TypedArray.of(ArrayDescription.of(ElementType.F32, Axis.of(Axis.Y, 1), Axis.of(Axis.X, 2),
                Axis.of(Axis.CHANNEL, 1)).with(Brightness.between(0, 255)), new float[] {grey, grey});
    }
}
