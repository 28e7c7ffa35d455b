// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg2000;

import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/**
 * How a component of a tile is coded (T.800, A.6.1).
 *
 * @param levels of the wavelet transform
 * @param blockWidth exponent of two
 * @param blockHeight exponent of two
 * @param style of the passes, see the constants
 * @param reversible whether the transform is that of whole numbers
 * @param precincts exponents for each resolution, the width in the lower four bits
 */
record CodingStyle(int levels, int blockWidth, int blockHeight, int style, boolean reversible, int[] precincts) {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE = 4;
    static final int CAUSAL = 8;
    static final int SEGMENT = 32;

    private static final int MOST_LEVELS = 32;
    private static final int WHOLE = 0xFF;

    static CodingStyle of(Segments from, boolean withPrecincts) throws UnreadableImageException {
        int levels = from.u8();
        int width = (from.u8() & 15) + 2;
        int height = (from.u8() & 15) + 2;
        int style = from.u8();
        int transform = from.u8();
        if (levels > MOST_LEVELS || width > 10 || height > 10 || width + height > 12 || transform > 1) {
            throw Segments.damaged("the coding style makes no sense");
        }
        int[] precincts = new int[levels + 1];
        for (int i = 0; i <= levels; i++) {
            precincts[i] = withPrecincts ? from.u8() : WHOLE;
        }
        return new CodingStyle(levels, width, height, style, transform == 1, precincts);
    }

    boolean has(int flag) {
        return (style & flag) != 0;
    }
}

/**
 * How coefficients are quantised (T.800, A.6.4).
 *
 * @param kind 0 for not at all, 1 for steps derived of one, 2 for a step for each subband
 * @param guard bits that no coefficient is expected to use
 * @param exponents for each subband, of the first alone where the others are derived
 * @param mantissas likewise
 */
record Quantization(int kind, int guard, int[] exponents, int[] mantissas) {

    static Quantization of(Segments from, int end) throws UnreadableImageException {
        int style = from.u8();
        int kind = style & 31;
        if (kind > 2) {
            throw Segments.damaged("the quantisation makes no sense");
        }
        int count = kind == 1 ? 1 : (end - from.position()) / (kind == 0 ? 1 : 2);
        int[] exponents = new int[count];
        int[] mantissas = new int[count];
        for (int i = 0; i < count; i++) {
            int told = kind == 0 ? from.u8() : from.u16();
            exponents[i] = kind == 0 ? told >> 3 : told >> 11;
            mantissas[i] = kind == 0 ? 0 : told & 0x7FF;
        }
        return new Quantization(kind, style >> 5, exponents, mantissas);
    }

    /**
     * The exponent of a subband.
     *
     * @param number of the subband, from the lowest resolution on
     * @param resolution that it belongs to
     */
    int exponent(int number, int resolution) throws UnreadableImageException {
        if (kind == 1) {
            // T.800, equation E-5
            return exponents[0] - Math.max(0, resolution - 1);
        }
        if (number >= exponents.length) {
            throw Segments.damaged("the quantisation of a subband is missing");
        }
        return exponents[number];
    }

    /** The size of a step, in relation to two to the power of the range minus the exponent. */
    float mantissa(int number) {
        return 1 + mantissas[kind == 1 ? 0 : number] / 2048f;
    }
}
