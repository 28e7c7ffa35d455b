// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.ValueOptions;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;

/** Counts given pictures of which neither their files nor the run's data set tell what is black and white. */
final class UnsaidScale {
    private final AtomicInteger pictures = new AtomicInteger();

    /** The readers for a column, which look at each picture if the column says nothing. */
    ColumnReaders watching(Column column, ColumnReaders readers) {
        boolean said = Stream.of(ValueOptions.DEPTH, ValueOptions.WHITE, ValueOptions.LOW)
                .anyMatch(column.options()::containsKey);
        return column.type() != ColumnType.IMAGE || said ? readers
                : new ColumnReaders(List.of(new Watching(readers.of(column))));
    }

    /** What became of such pictures; empty if there was none. */
    Optional<String> text() {
        int count = pictures.get();
        return count == 0 ? Optional.empty() : Optional.of(English.quantity(count, "image") + " of more than 8 bits: the data"
                + " set of the run doesn't say what is black and white in such images. 65535 was taken for white in those of"
                + " 16 bits; floating-point numbers were stretched image by image, others over all that their type holds."
                + " Scores are right only if the images of the training were taken likewise.");
    }

    private final class Watching implements ColumnReader {
        private final ColumnReader reader;

        Watching(ColumnReader reader) {
            this.reader = reader;
        }

        @Override
        public String id() {
            return reader.id();
        }

        @Override
        public String version() {
            return reader.version();
        }

        @Override
        public String fingerprint(Path root, String value, Map<String, String> options) throws IOException {
            return reader.fingerprint(root, value, options);
        }

        @Override
        public TypedArray read(Path root, String value, Map<String, String> options) throws IOException {
            return read(root, value, options, array -> array);
        }

        @Override
        public <T> T read(Path root, String value, Map<String, String> options, Use<T> use) throws IOException {
            return reader.read(root, value, options, array -> {
                StoredRange.Scale scale = Picture.of(array).range().scale();
                if (scale == StoredRange.Scale.DEEP || scale == StoredRange.Scale.OPEN) {
                    pictures.incrementAndGet();
                }
                return use.of(array);
            });
        }
    }
}
