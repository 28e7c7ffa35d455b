// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg;

import java.util.Arrays;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/** A sequential scan with the cosine transform (T.81, F.2). */
final class CosineScan {
    private static final int BLOCK = 8;
    private static final int LAST = 63;
    /** Rows: frequencies; columns: places (T.81, A.3.3). */
    private static final float[] COSINES = cosines();
    /** Halves are rounded up, also where single precision has a little less. */
    private static final float HALVES_UP = 1e-3f;

    private final JpegPlanes planes;
    private final int[] components;
    private final HuffmanTable[] dc;
    private final HuffmanTable[] ac;
    private final int[][] steps;
    private final int restart;
    private final int[] before;
    private final float[] coefficients = new float[BLOCK * BLOCK];
    private final float[] half = new float[BLOCK * BLOCK];

    CosineScan(JpegPlanes planes, int[] components, HuffmanTable[] dc, HuffmanTable[] ac, Tables tables)
            throws UnreadableImageException {
        this.planes = planes;
        this.components = components;
        this.dc = dc;
        this.ac = ac;
        this.restart = tables.restart();
        this.before = new int[components.length];
        this.steps = new int[components.length][];
        for (int i = 0; i < components.length; i++) {
            steps[i] = tables.steps(planes.frame().components()[components[i]].quantization());
        }
    }

    private static float[] cosines() {
        float[] table = new float[BLOCK * BLOCK];
        for (int u = 0; u < BLOCK; u++) {
            for (int x = 0; x < BLOCK; x++) {
                double scale = u == 0 ? Math.sqrt(0.5) / 2 : 0.5;
                table[u * BLOCK + x] = (float) (scale * Math.cos((2 * x + 1) * u * Math.PI / 16));
            }
        }
        return table;
    }

    void decode(JpegBits bits) throws UnreadableImageException {
        boolean alone = components.length == 1;
        int across = alone ? planes.blocksAcross(components[0]) : planes.unitsAcross();
        int down = alone ? planes.blocksDown(components[0]) : planes.unitsDown();
        for (int unit = 0; unit < across * down; unit++) {
            if (restart > 0 && unit > 0 && unit % restart == 0) {
                bits.restart();
                Arrays.fill(before, 0);
            }
            for (int i = 0; i < components.length; i++) {
                JpegFrame.Component component = planes.frame().components()[components[i]];
                int columns = alone ? 1 : component.across();
                int rows = alone ? 1 : component.down();
                for (int row = 0; row < rows; row++) {
                    for (int column = 0; column < columns; column++) {
                        block(bits, i, unit % across * columns + column, unit / across * rows + row);
                    }
                }
            }
        }
    }

    private void block(JpegBits bits, int number, int column, int row) throws UnreadableImageException {
        Arrays.fill(coefficients, 0);
        int category = dc[number].next(bits);
        before[number] += bits.signed(category(category));
        coefficients[0] = before[number] * steps[number][0];
        int k = 1;
        while (k <= LAST) {
            int code = ac[number].next(bits);
            int size = code & 15;
            int run = code >> 4;
            if (size == 0 && run < 15) {
                break;
            }
            k += run;
            if (k > LAST) {
                throw Segments.damaged("a block has too many coefficients");
            }
            int place = Tables.place(k);
            coefficients[place] = bits.signed(size) * steps[number][place];
            k++;
        }
        int component = components[number];
        int stride = planes.stride(component);
        inverse(planes.values(component), row * BLOCK * stride + column * BLOCK, stride);
    }

    private static int category(int category) throws UnreadableImageException {
        if (category > 15) {
            throw Segments.damaged("a code means nothing");
        }
        return category;
    }

    /** The inverse transform, rows first, in single precision. */
    private void inverse(int[] to, int start, int stride) {
        for (int v = 0; v < BLOCK; v++) {
            for (int x = 0; x < BLOCK; x++) {
                float sum = 0;
                for (int u = 0; u < BLOCK; u++) {
                    sum += coefficients[v * BLOCK + u] * COSINES[u * BLOCK + x];
                }
                half[v * BLOCK + x] = sum;
            }
        }
        int middle = 1 << planes.frame().precision() - 1;
        int most = 2 * middle - 1;
        for (int y = 0; y < BLOCK; y++) {
            for (int x = 0; x < BLOCK; x++) {
                float sum = 0;
                for (int v = 0; v < BLOCK; v++) {
                    sum += half[v * BLOCK + x] * COSINES[v * BLOCK + y];
                }
                to[start + y * stride + x] = Math.min(Math.max(Math.round(sum + HALVES_UP) + middle, 0), most);
            }
        }
    }
}
