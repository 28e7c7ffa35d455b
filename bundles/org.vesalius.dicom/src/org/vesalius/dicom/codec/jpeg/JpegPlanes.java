// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg;

/** The samples of each component, as often as it is sampled, filled up to whole blocks. */
final class JpegPlanes {
    private static final int BLOCK = 8;

    private final JpegFrame frame;
    private final int[][] values;
    private final int[] widths;

    JpegPlanes(JpegFrame frame) {
        this.frame = frame;
        int count = frame.components().length;
        values = new int[count][];
        widths = new int[count];
        for (int i = 0; i < count; i++) {
            widths[i] = frame.lossless() ? frame.width() : unitsAcross() * frame.components()[i].across() * BLOCK;
            int height = frame.lossless() ? frame.height() : unitsDown() * frame.components()[i].down() * BLOCK;
            values[i] = new int[Math.multiplyExact(widths[i], height)];
        }
    }

    JpegFrame frame() {
        return frame;
    }

    /** Units of all components from left to right (T.81, A.2.4). */
    int unitsAcross() {
        return ceil(frame.width(), BLOCK * frame.across());
    }

    int unitsDown() {
        return ceil(frame.height(), BLOCK * frame.down());
    }

    /** Blocks of one component that hold anything of the picture (T.81, A.2.2). */
    int blocksAcross(int component) {
        return ceil(width(component), BLOCK);
    }

    int blocksDown(int component) {
        return ceil(height(component), BLOCK);
    }

    private int width(int component) {
        return ceil(frame.width() * frame.components()[component].across(), frame.across());
    }

    private int height(int component) {
        return ceil(frame.height() * frame.components()[component].down(), frame.down());
    }

    private static int ceil(int number, int by) {
        return (number + by - 1) / by;
    }

    int[] values(int component) {
        return values[component];
    }

    int stride(int component) {
        return widths[component];
    }

    /** All components in the size of the picture, those of a pixel together; fewer samples are interpolated linearly. */
    int[] interleaved() {
        int count = values.length;
        int[] all = new int[frame.width() * frame.height() * count];
        for (int c = 0; c < count; c++) {
            Line across = new Line(frame.width(), width(c), frame.across() / (double) frame.components()[c].across());
            Line down = new Line(frame.height(), height(c), frame.down() / (double) frame.components()[c].down());
            for (int y = 0; y < frame.height(); y++) {
                int above = down.first[y] * widths[c];
                int below = down.second[y] * widths[c];
                for (int x = 0; x < frame.width(); x++) {
                    all[(y * frame.width() + x) * count + c] = down.between(y, across.between(x, values[c], above),
                            across.between(x, values[c], below));
                }
            }
        }
        return all;
    }

    /** Between which samples each place of a line lies; samples lie in the middle of the places that they stand for. */
    private static final class Line {
        final int[] first;
        final int[] second;
        final float[] share;

        Line(int places, int samples, double ratio) {
            first = new int[places];
            second = new int[places];
            share = new float[places];
            for (int i = 0; i < places; i++) {
                double at = Math.min(Math.max((i + 0.5) / ratio - 0.5, 0), samples - 1.0);
                first[i] = (int) at;
                second[i] = Math.min(first[i] + 1, samples - 1);
                share[i] = (float) (at - first[i]);
            }
        }

        int between(int place, int one, int other) {
            return share[place] == 0 ? one : Math.round(one + (other - one) * share[place]);
        }

        int between(int place, int[] values, int start) {
            return between(place, values[start + first[place]], values[start + second[place]]);
        }
    }
}
