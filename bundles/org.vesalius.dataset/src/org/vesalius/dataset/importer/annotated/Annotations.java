// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.mask.RunLengths;

/**
 * What files say about boxes in images.
 *
 * @param images in the order of their paths
 * @param categories in their order
 * @param passedOver what can't be used
 * @param remarks what was found out
 */
record Annotations(List<AnnotatedImage> images, List<String> categories, List<PassedOver> passedOver, List<String> remarks) {
    /** Stands between the categories in a cell, so names don't hold it. */
    static final String SEPARATOR = "|";

    /** A name of a category that can stand in a cell with others. */
    static String name(String category) {
        return category.strip().replace('|', '/');
    }

    /** For each category how many images have it. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        images.forEach(image -> image.boxes().stream().map(Box::category).distinct()
                .forEach(category -> counts.merge(category, 1, Integer::sum)));
        return counts;
    }

    /** Without the paths, which may tell who patients are. */
    @Override
    public String toString() {
        return "Annotations[" + images.size() + " images]";
    }
}

/**
 * An image and the boxes in it.
 *
 * @param path relative to the folder of images, with forward slashes
 * @param width pixels, as its annotations say; 0 where they don't
 * @param height likewise
 * @param boxes in the order of the files
 * @param lost how many annotations of it can't be used, so that more is in it than its boxes tell
 * @param subset the one that the files give, if any
 */
record AnnotatedImage(String path, int width, int height, List<Box> boxes, int lost, Optional<Subset> subset) {

    /** The same with other boxes and the size of its file. */
    AnnotatedImage sized(int newWidth, int newHeight, List<Box> newBoxes) {
        return new AnnotatedImage(path, newWidth, newHeight, newBoxes, lost, subset);
    }

    /** Without the path, which may tell who the patient is. */
    @Override
    public String toString() {
        return "AnnotatedImage[" + boxes.size() + " boxes]";
    }
}

/**
 * A box in an image, in pixels from the outer corner of the first one.
 *
 * @param category what is in it
 * @param left of its left side
 * @param top of its upper side
 * @param width its width
 * @param height its height
 * @param outlines what is in it more exactly, as masks are drawn: {@code polygon 1 1 9 1 9 9} or {@code rle …}; empty if
 *        only the box is known
 * @param note what else is said: crowd, difficult, truncated
 */
record Box(String category, double left, double top, double width, double height, List<String> outlines, String note) {
    /** The fault of one of which no part is in the image. */
    static final String OUTSIDE = "lies outside the image";

    private static final double FARTHEST = 1 << 20;
    private static final String RUNS = "rle ";

    Box {
        outlines = List.copyOf(outlines);
    }

    /** Why it can't be used in an image of a size, fit to follow "a box that"; empty if it can. */
    Optional<String> fault(int imageWidth, int imageHeight) {
        double[] numbers = {left, top, width, height};
        for (double number : numbers) {
            if (!(Math.abs(number) < FARTHEST)) {
                return Optional.of("has a place or size that is no number, or far outside");
            }
        }
        if (width <= 0 || height <= 0) {
            return Optional.of("has no area");
        }
        if (outside(imageWidth, imageHeight)) {
            return Optional.of(OUTSIDE);
        }
        boolean fitting = outlines.stream().filter(outline -> outline.startsWith(RUNS))
                .allMatch(outline -> new RunLengths(outline.substring(RUNS.length())).fit((long) imageWidth * imageHeight));
        return fitting ? Optional.empty() : Optional.of("has run lengths that are damaged, or for an image of another size");
    }

    /** Whether it is a box, no part of which is in the image. */
    boolean outside(int imageWidth, int imageHeight) {
        return usable() && (left >= imageWidth || top >= imageHeight || left + width <= 0 || top + height <= 0);
    }

    /** Whether its place is known and it has an area. */
    boolean usable() {
        return DoubleStream.of(left, top, width, height).allMatch(number -> Math.abs(number) < FARTHEST) && width > 0 && height > 0;
    }

    /** The part of it in an image. */
    Box cut(int imageWidth, int imageHeight) {
        double newLeft = Math.max(left, 0);
        double newTop = Math.max(top, 0);
        return new Box(category, newLeft, newTop, Math.min(left + width, imageWidth) - newLeft,
                Math.min(top + height, imageHeight) - newTop, outlines, note);
    }

    /** Whether a part of it lies outside; what tools round doesn't count. */
    boolean sticksOut(int imageWidth, int imageHeight) {
        return left < -1 || top < -1 || left + width > imageWidth + 1 || top + height > imageHeight + 1;
    }

    /** As it is drawn into a mask: its outlines, or itself. */
    List<String> drawing(boolean outlined) {
        return outlined && !outlines.isEmpty() ? outlines : List.of("box " + text(left) + ' ' + text(top) + ' ' + text(width) + ' '
                + text(height));
    }

    /** A number of pixels, to a thousandth. */
    static String text(double number) {
        String text = String.format(Locale.ROOT, "%.3f", number);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** A polygon as masks draw it. */
    static String polygon(List<Double> places) {
        List<String> words = new ArrayList<>(List.of("polygon"));
        places.forEach(place -> words.add(text(place)));
        return String.join(" ", words);
    }
}
