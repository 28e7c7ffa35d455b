// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg;

import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/** A scan without loss (T.81, H): each sample is told as its difference from what its neighbours predict. */
final class LosslessScan {
    private static final int HALF_RANGE = 32_768;
    private static final int MASK = 0xFFFF;

    private final JpegPlanes planes;
    private final int[] components;
    private final HuffmanTable[] tables;
    private final int predictor;
    private final int shift;
    private final int restart;

    /**
     * A scan.
     *
     * @param predictor 1 to 7
     * @param shift bits that were left out at the lower end
     * @param restart samples between two restart markers; 0 for no markers
     */
    LosslessScan(JpegPlanes planes, int[] components, HuffmanTable[] tables, int predictor, int shift, int restart)
            throws UnreadableImageException {
        this.planes = planes;
        this.components = components;
        this.tables = tables;
        this.predictor = predictor;
        this.shift = shift;
        this.restart = restart;
        if (planes.frame().across() > 1 || planes.frame().down() > 1) {
            throw new UnreadableImageException("holds lossless JPEG whose components are sampled differently, which can't be read");
        }
        if (predictor < 1 || predictor > 7 || shift >= planes.frame().precision()
                || restart % planes.frame().width() != 0) {
            throw Segments.damaged("the header of a scan makes no sense");
        }
    }

    void decode(JpegBits bits) throws UnreadableImageException {
        int width = planes.frame().width();
        int height = planes.frame().height();
        int rows = restart / width;
        for (int y = 0; y < height; y++) {
            boolean begins = y == 0 || rows > 0 && y % rows == 0;
            if (begins && y > 0) {
                bits.restart();
            }
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < components.length; i++) {
                    int[] values = planes.values(components[i]);
                    int place = y * width + x;
                    values[place] = prediction(values, place, x, begins) + difference(bits, tables[i]) & MASK;
                }
            }
        }
        if (shift > 0) {
            for (int component : components) {
                int[] values = planes.values(component);
                for (int i = 0; i < values.length; i++) {
                    values[i] <<= shift;
                }
            }
        }
    }

    private static int difference(JpegBits bits, HuffmanTable table) throws UnreadableImageException {
        int category = table.next(bits);
        if (category > 16) {
            throw Segments.damaged("a code means nothing");
        }
        return category == 16 ? HALF_RANGE : bits.signed(category);
    }

    private int prediction(int[] values, int place, int x, boolean begins) {
        int width = planes.frame().width();
        if (begins) {
            return x == 0 ? 1 << planes.frame().precision() - shift - 1 : values[place - 1];
        }
        int above = values[place - width];
        if (x == 0) {
            return above;
        }
        int left = values[place - 1];
        int corner = values[place - width - 1];
        return switch (predictor) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> corner;
            case 4 -> left + above - corner;
            case 5 -> left + (above - corner >> 1);
            case 6 -> above + (left - corner >> 1);
            default -> left + above >> 1;
        };
    }
}
