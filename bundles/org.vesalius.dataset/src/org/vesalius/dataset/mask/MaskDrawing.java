// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.mask;

import ij.process.ByteProcessor;
import ij.process.PolygonFiller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * A mask that is drawn: its size and shapes, each with its category, such as
 * {@code draw 640x480|1:box 10 20 30.5 40|2:polygon 1 1 9 1 9 9|1:rle <text>}. Lengths are in pixels from the outer corner of
 * the first pixel; a pixel belongs to a shape if its middle does. A box is left, top, width and height; a polygon the x
 * and y of its corners, inside by the even-odd rule; {@code rle} the compressed run lengths of COCO.
 */
record MaskDrawing(int width, int height, List<Shape> shapes) {
    static final String BEGINNING = "draw ";
    private static final int MOST_PIXELS = 1 << 28;

    /** Whether a value is one that is drawn. */
    static boolean is(String value) {
        return value.startsWith(BEGINNING);
    }

    static MaskDrawing parse(String value, int categories) throws UnreadableImageException {
        String[] parts = value.substring(BEGINNING.length()).split("\\|");
        String[] size = parts[0].split("x", -1);
        if (size.length != 2 || !Arrays.stream(size).allMatch(number -> number.matches("[1-9]\\d{0,5}"))) {
            throw new UnreadableImageException("is a drawn mask without a size");
        }
        int width = Integer.parseInt(size[0]);
        int height = Integer.parseInt(size[1]);
        if ((long) width * height > MOST_PIXELS) {
            throw new UnreadableImageException("is a drawn mask that is too large");
        }
        List<Shape> shapes = new ArrayList<>();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            shapes.add(Shape.parse(part, categories));
        }
        return new MaskDrawing(width, height, shapes);
    }

    /** The array of categories. */
    TypedArray drawn() throws UnreadableImageException {
        byte[] pixels = new byte[width * height];
        for (Shape shape : shapes) {
            shape.draw(pixels, width, height);
        }
        int count = shapes.stream().mapToInt(Shape::categories).findFirst().orElse(2);
        return MaskReader.array(height, width, count, pixels);
    }

    /** A shape of a category. */
    record Shape(int category, int categories, String kind, String text) {
        static Shape parse(String part, int categories) throws UnreadableImageException {
            String[] words = part.split("[: ]", 3);
            if (words.length != 3 || !words[0].matches("\\d{1,3}")) {
                throw new UnreadableImageException("is a drawn mask with a shape that can't be understood");
            }
            int category = Integer.parseInt(words[0]);
            if (category < 1 || category >= categories) {
                throw new UnreadableImageException("is a drawn mask with a category that its column doesn't list");
            }
            return new Shape(category, categories, words[1], words[2]);
        }

        void draw(byte[] pixels, int width, int height) throws UnreadableImageException {
            switch (kind) {
                case "box" -> box(numbers(4), pixels, width, height);
                case "polygon" -> polygon(numbers(0), pixels, width, height);
                case "rle" -> new RunLengths(text).draw(pixels, width, height, (byte) category);
                default -> throw new UnreadableImageException("is a drawn mask with the unknown shape '" + kind + "'");
            }
        }

        private float[] numbers(int count) throws UnreadableImageException {
            String[] words = text.strip().split("\\s+");
            float[] numbers = new float[words.length];
            try {
                for (int i = 0; i < words.length; i++) {
                    numbers[i] = Float.parseFloat(words[i]);
                    if (!(Math.abs(numbers[i]) < 1 << 20)) {
                        throw new UnreadableImageException("is a drawn mask with a place far outside");
                    }
                }
            } catch (NumberFormatException e) {
                throw new UnreadableImageException("is a drawn mask with a place that is no number", e);
            }
            if (count > 0 ? words.length != count : words.length < 6 || words.length % 2 != 0) {
                throw new UnreadableImageException("is a drawn mask with a " + kind + " of " + words.length + " numbers");
            }
            return numbers;
        }

        /** The first pixel whose middle is not before a place. */
        private static int from(double place, int size) {
            return (int) Math.min(Math.max(Math.ceil(place - 0.5), 0), size);
        }

        private void box(float[] sides, byte[] pixels, int width, int height) {
            int left = from(sides[0], width);
            int right = from((double) sides[0] + sides[2], width);
            int bottom = from((double) sides[1] + sides[3], height);
            for (int y = from(sides[1], height); y < bottom && left < right; y++) {
                Arrays.fill(pixels, y * width + left, y * width + right, (byte) category);
            }
        }

        private void polygon(float[] places, byte[] pixels, int width, int height) {
            float[] x = new float[places.length / 2];
            float[] y = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = places[2 * i];
                y[i] = places[2 * i + 1];
            }
            int left = shifted(x, width);
            int top = shifted(y, height);
            int wide = extent(x, width - left);
            int high = extent(y, height - top);
            if (wide <= 0 || high <= 0) {
                return;
            }
            ByteProcessor mask = new ByteProcessor(wide, high);
            new PolygonFiller(x, y, x.length, 0, 0).fillByteProcessorMask(mask);
            byte[] filled = (byte[]) mask.getPixels();
            for (int i = 0; i < filled.length; i++) {
                if (filled[i] != 0) {
                    pixels[(top + i / wide) * width + left + i % wide] = (byte) category;
                }
            }
        }

        /** Lets places begin in the first pixel, and returns where that was. Exact, since it is whole and none is less. */
        private static int shifted(float[] places, int size) {
            float least = size;
            for (float place : places) {
                least = Math.min(least, place);
            }
            int shift = (int) Math.max(0, Math.floor(least));
            for (int i = 0; i < places.length; i++) {
                places[i] -= shift;
            }
            return shift;
        }

        /** How many pixels of an image places reach into. */
        private static int extent(float[] places, int size) {
            float most = 0;
            for (float place : places) {
                most = Math.max(most, place);
            }
            return (int) Math.min(size, Math.ceil(most));
        }
    }
}
