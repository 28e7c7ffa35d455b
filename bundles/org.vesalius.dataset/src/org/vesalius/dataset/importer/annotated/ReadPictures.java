// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.mask.MaskLevels;
import org.vesalius.dataset.mask.MaskReader;

/**
 * What was found by reading images and their masks once.
 *
 * @param facts of the images; null where one can't be read
 * @param defects why an image or its masks can't be read; empty where they can
 * @param named the values in masks whose category their names tell, with the number of places that have them
 * @param plain those in all other masks
 */
record ReadPictures(Facts[] facts, String[] defects, Map<Integer, Long> named, Map<Integer, Long> plain) {
    private static final int MOST_VALUES = 65_536 + 4096;

    /** What an image is like. */
    record Facts(StoredRange range, ArrayDescription description) {
    }

    /**
     * Reads.
     *
     * @param reader of image files
     * @param images their paths
     * @param masks of each, as far as there are any
     * @param count how many of them to read, the first
     */
    static ReadPictures of(ColumnReader reader, Path root, List<String> images, Map<String, List<FoundMask>> masks, int count,
            Progress progress) {
        ReadPictures read = new ReadPictures(new Facts[count], new String[count], new TreeMap<>(), new TreeMap<>());
        try {
            new ParallelWork(count, i -> read.look(reader, root, images.get(i), masks.getOrDefault(images.get(i), List.of()), i))
                    .by("reader '" + reader.id() + "'")
                    .run(masks.isEmpty() ? "Reading images" : "Reading images and masks", progress);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The images can't be read.", root,
                    "Check that the files may be read and the disk is sound.", e);
        }
        if (Arrays.stream(read.facts).allMatch(Objects::isNull)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "None of the " + count + " images can be read; the first "
                    + read.defects[0] + ".", root, "Repair or replace the damaged files.");
        }
        return read;
    }

    private void look(ColumnReader reader, Path root, String image, List<FoundMask> masks, int i) throws IOException {
        defects[i] = "";
        try {
            facts[i] = reader.read(root, image, Map.of(), array -> {
                Picture picture = Picture.of(array);
                return new Facts(picture.range(), picture.array().description());
            });
            for (FoundMask mask : masks) {
                add(mask.category(), values(reader, root, mask.path(), facts[i].description().shape()));
            }
        } catch (UnreadableImageException e) {
            defects[i] = e.getMessage();
        }
    }

    private static Map<Integer, Integer> values(ColumnReader reader, Path root, String mask, int[] size) throws IOException {
        try {
            return reader.read(root, mask, Map.of(), array -> {
                int[] own = Picture.of(array).array().description().shape();
                if (own[0] != size[0] || own[1] != size[1]) {
                    throw new UnreadableImageException("is of another size: " + own[1] + "×" + own[0] + " pixels, and the"
                            + " image has " + size[1] + "×" + size[0]);
                }
                return MaskLevels.found(array);
            });
        } catch (UnreadableImageException e) {
            throw new UnreadableImageException("has a mask that " + e.getMessage(), e);
        }
    }

    private void add(Optional<String> category, Map<Integer, Integer> values) {
        Map<Integer, Long> all = category.isPresent() ? named : plain;
        synchronized (all) {
            // more than there are levels of grey are colours of photographs
            (all.size() > MOST_VALUES ? Map.<Integer, Integer>of() : values)
                    .forEach((value, places) -> all.merge(value, (long) places, Long::sum));
        }
    }

    /** What the images are stored with; null where one can't be read. */
    List<StoredRange> ranges() {
        return Arrays.stream(facts).map(one -> one == null ? null : one.range()).toList();
    }

    /** A mask of the size of an image that marks nothing; empty where it wasn't read. */
    String unmarked(int image) {
        if (image >= facts.length || facts[image] == null) {
            return "";
        }
        int[] size = facts[image].description().shape();
        return MaskReader.drawing(size[1], size[0]);
    }

    /** The type that holds the values of all images. */
    ElementType type() {
        List<ElementType> types = Arrays.stream(facts).filter(Objects::nonNull).map(one -> one.description().type()).distinct()
                .toList();
        return types.size() == 1 ? types.get(0) : ElementType.F32;
    }

    /** The sizes of the images, told where they differ. */
    Optional<String> sizes() {
        int[] heights = sides(0);
        int[] widths = sides(1);
        boolean same = heights[0] == heights[heights.length - 1] && widths[0] == widths[widths.length - 1];
        return same ? Optional.empty() : Optional.of("Images go from " + widths[0] + " to " + widths[widths.length - 1]
                + " pixels in width, from " + heights[0] + " to " + heights[heights.length - 1] + " in height");
    }

    private int[] sides(int axis) {
        return IntStream.range(0, facts.length).filter(i -> facts[i] != null)
                .map(i -> facts[i].description().shape()[axis]).sorted().toArray();
    }
}
