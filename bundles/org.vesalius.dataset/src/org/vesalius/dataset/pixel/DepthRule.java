// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.pixel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is black and what is white in images whose files don't say it, found in all images together that are
 * imported, or computed with, so that equal values stay equal and none of the depth is lost.
 *
 * <p>Images of 16 bits often use 10, 12 or 14 of them; the least of these that holds all values is taken. Values
 * without a scale of their own (signed, floating-point or 32 bits) go from the least to the greatest of all images.
 * Where an image has more than 8 bits, values are kept with 16.
 */
public final class DepthRule {
    private static final int[] DEPTHS = {8, 10, 12, 14};

    private final Map<String, String> options = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * The rule for images.
     *
     * @param ranges what each is stored with; null for those that can't be read
     */
    public DepthRule(List<StoredRange> ranges) {
        deep(ranges.stream().filter(Objects::nonNull).filter(r -> r.scale() == StoredRange.Scale.DEEP).toList());
        open(ranges.stream().filter(Objects::nonNull).filter(r -> r.scale() == StoredRange.Scale.OPEN).toList());
        if (ranges.stream().filter(Objects::nonNull).anyMatch(r -> r.scale() != StoredRange.Scale.OWN)) {
            options.put(ValueOptions.DEPTH, "16");
        }
    }

    private void deep(List<StoredRange> ranges) {
        double greatest = ranges.stream().mapToDouble(StoredRange::greatest).max().orElse(0);
        for (int depth : DEPTHS) {
            long white = (1L << depth) - 1;
            // a set of masks with 0 and 1 says nothing of its depth
            if (greatest > 1 && greatest <= white) {
                options.put(ValueOptions.WHITE, Long.toString(white));
                remarks.add("Images of 16 bits hold values up to " + text(greatest) + ", so white is " + white
                        + " in them (" + depth + " bits)");
                return;
            }
        }
    }

    private void open(List<StoredRange> ranges) {
        double least = ranges.stream().mapToDouble(StoredRange::least).min().orElse(0);
        double greatest = ranges.stream().mapToDouble(StoredRange::greatest).max().orElse(0);
        if (greatest > least) {
            options.put(ValueOptions.LOW, text(least));
            options.put(ValueOptions.HIGH, text(greatest));
            remarks.add("Values without a scale of their own go from " + text(least) + " (black) to " + text(greatest)
                    + " (white) in all images");
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The options of the image column, see {@link ValueOptions}. */
    public Map<String, String> options() {
        return Collections.unmodifiableMap(options);
    }

    /** What was found, for the user. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }
}
