// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.importer.array.ArrayShapes;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.DepthRule;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;

/**
 * What was found by reading each sample once.
 *
 * @param descriptions null where one can't be read
 * @param ranges of images; null likewise and of volumes
 * @param defects why not; empty where it can
 */
record ReadPixels(ArrayDescription[] descriptions, StoredRange[] ranges, String[] defects) {

    static ReadPixels of(ColumnReader reader, Column column, Path root, List<String> values, Progress progress) {
        int count = values.size();
        ReadPixels read = new ReadPixels(new ArrayDescription[count], new StoredRange[count], new String[count]);
        try {
            new ParallelWork(count, i -> read.look(reader, column, root, values.get(i), i)).by("reader '" + reader.id() + "'")
                    .run("Reading pixels", progress);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The files can't be read.", root,
                    "Check that they may be read and the disk is sound.", e);
        }
        if (Arrays.stream(read.defects).noneMatch(String::isEmpty)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "None of the " + count + " samples can be read; the first "
                    + read.defects[0] + ".", root, "Choose other files, or images rather than series.");
        }
        return read;
    }

    private void look(ColumnReader reader, Column column, Path root, String value, int i) throws IOException {
        try {
            descriptions[i] = reader.read(root, value, column.options(), array -> {
                if (column.type() == ColumnType.IMAGE) {
                    ranges[i] = Picture.of(array).range();
                }
                return array.description();
            });
            defects[i] = "";
        } catch (UnreadableImageException e) {
            defects[i] = e.getMessage();
        }
    }

    /** The shapes of those that could be read. */
    ArrayShapes shapes() {
        return new ArrayShapes(Arrays.stream(descriptions).filter(Objects::nonNull).toList());
    }

    /** What is black and white in the images. */
    DepthRule depth() {
        return new DepthRule(Arrays.asList(ranges));
    }

    /** How many images have their least value white. */
    long inverted() {
        return Arrays.stream(descriptions).filter(Objects::nonNull).filter(each -> each.brightness().inverted()).count();
    }

    @Override
    public String toString() {
        return "ReadPixels[" + descriptions.length + "]";
    }
}
