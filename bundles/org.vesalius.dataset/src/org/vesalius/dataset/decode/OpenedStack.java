// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * A stack of pictures of one size, which is a volume.
 *
 * @param pages in their order, from the first along the depth
 * @param steps distances of neighbours along z, y and x in millimetres; 0 where unknown
 */
public record OpenedStack(List<OpenedImage> pages, double[] steps) {
    private static final long MAX_VOXELS = 1L << 28;

    static OpenedStack of(List<OpenedImage> pages, double[] steps) throws UnreadableImageException {
        OpenedImage first = pages.get(0);
        if (pages.stream().anyMatch(page -> !page.size().equals(first.size()) || page.orientation() != first.orientation())) {
            throw new UnreadableImageException("holds pages of different sizes, which make no volume");
        }
        if (first.size().width() * first.size().height() * pages.size() > MAX_VOXELS) {
            throw new UnreadableImageException("is a stack of more than " + MAX_VOXELS + " places");
        }
        return new OpenedStack(pages, steps);
    }

    /** Memory that decoding and using it takes, estimated. */
    public long bytes() {
        return pages.stream().mapToLong(OpenedImage::bytes).sum();
    }

    /** The values as they are stored; the axes are z, y, x and, of pages in colour, channel. */
    public TypedArray decode() throws UnreadableImageException {
        ArrayDescription page = pages.get(0).decode().description();
        int size = page.length();
        float[] values = new float[Math.multiplyExact(size, pages.size())];
        for (int z = 0; z < pages.size(); z++) {
            TypedArray next = pages.get(z).decode();
            if (!next.description().equals(page)) {
                throw new UnreadableImageException("holds pages of different types, which make no volume");
            }
            System.arraycopy(next.floats(), 0, values, z * size, size);
        }
        boolean turned = !page.axes().get(0).equals(Axis.of(Axis.Y, (int) pages.get(0).size().height()));
        List<Axis> axes = new ArrayList<>(List.of(new Axis(Axis.Z, pages.size(), steps[0]),
                new Axis(Axis.Y, page.axes().get(0).size(), steps[turned ? 2 : 1]),
                new Axis(Axis.X, page.axes().get(1).size(), steps[turned ? 1 : 2])));
        if (page.axes().get(2).size() > 1) {
            axes.add(page.axes().get(2));
        }
        return TypedArray.of(page.with(axes), values);
    }
}

/** The distances that ImageJ writes into the description of a stack (ij.io.TiffEncoder), in millimetres. */
final class StackSteps {
    private static final Pattern LINE = Pattern.compile("(?m)^(images|spacing|[yz]?unit|channels|frames)=(.*)$");
    private static final String UNIT = "unit";

    private StackSteps() {
    }

    /**
     * Those along z, y and x; 0 where the file doesn't tell.
     *
     * @throws UnreadableImageException if the pages run along other axes than the depth as well
     */
    static double[] of(TiffDirectory directory) throws UnreadableImageException {
        String text = directory.text(TiffTag.DESCRIPTION).replace("\0", "");
        double[] steps = new double[3];
        if (!text.startsWith("ImageJ=")) {
            return steps;
        }
        Map<String, String> lines = new HashMap<>();
        LINE.matcher(text).results().forEach(line -> lines.put(line.group(1), line.group(2).strip()));
        requireOne("channels", lines);
        requireOne("frames", lines);
        String unit = lines.getOrDefault(UNIT, "");
        // what isn't written is the same unit, and between several pages a distance of 1
        String depth = lines.getOrDefault("spacing", lines.containsKey("images") ? "1" : "0");
        steps[0] = Math.abs(number(depth)) * millimetres(lines.getOrDefault("z" + UNIT, unit));
        steps[1] = step(directory.fractions(TiffTag.DOWN)) * millimetres(lines.getOrDefault("y" + UNIT, unit));
        steps[2] = step(directory.fractions(TiffTag.ACROSS)) * millimetres(unit);
        return steps;
    }

    private static void requireOne(String axis, Map<String, String> lines) throws UnreadableImageException {
        String count = lines.getOrDefault(axis, "1");
        if (!count.equals("1")) {
            throw new UnreadableImageException("is a stack of " + count + " " + axis + ", not of a depth alone; split it in ImageJ");
        }
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Resolutions count places in a unit. */
    private static double step(double[] resolution) {
        return resolution.length == 0 || !(resolution[0] > 0) || !Double.isFinite(resolution[0]) ? 0 : 1 / resolution[0];
    }

    /** Units of ImageJ in millimetres; 0 of none that is known. */
    private static double millimetres(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "mm" -> 1;
            case "cm" -> 10;
            case "m", "meter" -> 1000;
            case "inch", "inches" -> 25.4;
            case "um", "micron", "microns", "\u00b5m", "\u03bcm", "\\u00b5m" -> 1e-3;
            case "nm" -> 1e-6;
            default -> 0;
        };
    }
}
