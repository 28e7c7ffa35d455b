// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.similar;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.Brightness;
import org.vesalius.dataset.array.TypedArray;

/**
 * A picture in grey on a grid of {@value #SIDE} times {@value #SIDE} cells, each the mean of the area it covers.
 *
 * @param cells row by row, 0 (black) to 255 (white)
 */
public record Thumbnail(double[] cells) {
    /** Cells along each side. */
    public static final int SIDE = 32;

    private static final double WHITE = 255;
    private static final double FRACTIONS = 256;
    private static final double LEAST_RANGE = 4;
    private static final int LEAST_CELLS = 200;
    private static final double[] GREY = {1};
    /** ITU-R BT.601, as decoders of JPEG have it. */
    private static final double[] LUMA = {0.299, 0.587, 0.114};

    /**
     * That of a picture.
     *
     * @param picture of the axes y, x and perhaps channel
     * @param least the value that is black, unless the picture says so itself
     * @param greatest the value that is white, likewise
     */
    public static Thumbnail of(TypedArray picture, double least, double greatest) {
        ArrayDescription description = picture.description();
        int[] shape = description.shape();
        Brightness brightness = description.brightness();
        double low = brightness.certain() ? brightness.least() : least;
        double high = brightness.certain() ? brightness.greatest() : greatest;
        double[][] rows = rows(picture, shape, description.axis(Axis.CHANNEL).map(Axis::size).orElse(1));
        Cover cover = new Cover(shape[0]);
        double[] cells = new double[SIDE * SIDE];
        for (int cell = 0; cell < SIDE; cell++) {
            for (int y = cover.first(cell); y < cover.end(cell); y++) {
                for (int x = 0; x < SIDE; x++) {
                    cells[cell * SIDE + x] += rows[y][x] * cover.share(cell, y);
                }
            }
        }
        double factor = high > low ? WHITE / (high - low) : 0;
        for (int i = 0; i < cells.length; i++) {
            double value = Math.min(Math.max((cells[i] - low) * factor, 0), WHITE);
            cells[i] = brightness.inverted() ? WHITE - value : value;
        }
        return new Thumbnail(cells);
    }

    private static double[][] rows(TypedArray picture, int[] shape, int channels) {
        double[] weights = channels == LUMA.length ? LUMA : GREY;
        Cover cover = new Cover(shape[1]);
        double[] grey = new double[shape[1]];
        double[][] rows = new double[shape[0]][SIDE];
        for (int y = 0; y < shape[0]; y++) {
            for (int x = 0; x < shape[1]; x++) {
                grey[x] = 0;
                for (int channel = 0; channel < weights.length; channel++) {
                    grey[x] += weights[channel] * picture.value((y * shape[1] + x) * channels + channel);
                }
            }
            for (int cell = 0; cell < SIDE; cell++) {
                for (int x = cover.first(cell); x < cover.end(cell); x++) {
                    rows[y][cell] += grey[x] * cover.share(cell, x);
                }
            }
        }
        return rows;
    }

    /** Whether it shows next to nothing, so that it is like any other that does. */
    public boolean flat() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double cell : cells) {
            least = Math.min(least, cell);
            greatest = Math.max(greatest, cell);
        }
        return !(greatest - least >= LEAST_RANGE);
    }

    /**
     * How alike the details are: Pearson's correlation of what each cell differs by from the mean of its neighbours. Where one of
     * them is black or white nothing counts, since brightening loses what was there. What pictures of one kind have in
     * common, such as the outline of a chest, is gone with the means.
     *
     * @return between -1 and 1; 0 if too little is left to tell
     */
    public double likeness(Thumbnail other) {
        boolean[] lost = new boolean[cells.length];
        for (int i = 0; i < lost.length; i++) {
            lost[i] = extreme(cells[i]) || extreme(other.cells[i]);
        }
        Correlation correlation = new Correlation();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (!near(lost, y, x)) {
                    correlation.add(detail(y, x), other.detail(y, x));
                }
            }
        }
        return correlation.count < LEAST_CELLS ? 0 : correlation.value();
    }

    private static boolean extreme(double value) {
        return value <= LEAST_RANGE || value >= WHITE - LEAST_RANGE;
    }

    private static boolean near(boolean[] lost, int row, int column) {
        for (int y = Math.max(0, row - 1); y <= Math.min(SIDE - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(SIDE - 1, column + 1); x++) {
                if (lost[y * SIDE + x]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** At the edges the outer cells stand for those beyond. */
    private double detail(int row, int column) {
        double sum = 0;
        for (int y = row - 1; y <= row + 1; y++) {
            for (int x = column - 1; x <= column + 1; x++) {
                sum += cells[Math.min(Math.max(y, 0), SIDE - 1) * SIDE + Math.min(Math.max(x, 0), SIDE - 1)];
            }
        }
        return cells[row * SIDE + column] - sum / 9;
    }

    /** As a text that {@link #parse} understands. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(cells.length * Short.BYTES);
        for (double cell : cells) {
            bytes.putShort((short) Math.round(cell * FRACTIONS));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** A thumbnail of such a text. */
    public static Thumbnail parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        double[] cells = new double[SIDE * SIDE];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Short.toUnsignedInt(bytes.getShort()) / FRACTIONS;
        }
        return new Thumbnail(cells);
    }

    /** Without the cells, which may show a patient. */
    @Override
    public String toString() {
        return "Thumbnail[]";
    }

    /** Which places along an axis each cell covers, also in parts. */
    private record Cover(int size) {
        int first(int cell) {
            return (int) ((long) cell * size / SIDE);
        }

        int end(int cell) {
            return (int) (((long) (cell + 1) * size + SIDE - 1) / SIDE);
        }

        double share(int cell, int place) {
            double width = (double) size / SIDE;
            return (Math.min((cell + 1) * width, place + 1) - Math.max(cell * width, place)) / width;
        }
    }

    private static final class Correlation {
        private int count;
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        void add(double left, double right) {
            count++;
            x += left;
            y += right;
            xx += left * left;
            yy += right * right;
            xy += left * right;
        }

        double value() {
            double product = (xx - x * x / count) * (yy - y * y / count);
            return product > 0 ? (xy - x * y / count) / Math.sqrt(product) : 0;
        }
    }
}
