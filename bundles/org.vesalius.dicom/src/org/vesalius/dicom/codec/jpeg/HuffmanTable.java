// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg;

import java.util.Arrays;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/** A table of Huffman codes (T.81, C and F.2.2.3). */
final class HuffmanTable {
    private static final int LONGEST = 16;
    private static final int QUICK = 9;

    private final int[] greatest = new int[LONGEST + 2];
    private final int[] offset = new int[LONGEST + 1];
    private final int[] symbols;
    /** By the next nine bits: the length of the code in the upper, the symbol in the lower byte; 0 for longer codes. */
    private final short[] quick = new short[1 << QUICK];

    private HuffmanTable(int[] symbols) {
        this.symbols = symbols;
    }

    /** The table of a segment DHT. */
    static HuffmanTable of(Segments from) throws UnreadableImageException {
        int[] counts = new int[LONGEST + 1];
        int all = 0;
        for (int length = 1; length <= LONGEST; length++) {
            counts[length] = from.u8();
            all += counts[length];
        }
        int[] symbols = new int[all];
        for (int i = 0; i < all; i++) {
            symbols[i] = from.u8();
        }
        HuffmanTable table = new HuffmanTable(symbols);
        table.fill(counts);
        return table;
    }

    private void fill(int[] counts) throws UnreadableImageException {
        int code = 0;
        int first = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offset[length] = first - code;
            if (code + counts[length] > 1 << length) {
                throw Segments.damaged("a table of codes has too many");
            }
            for (int i = 0; i < counts[length]; i++) {
                if (length <= QUICK) {
                    int start = code + i << QUICK - length;
                    Arrays.fill(quick, start, start + (1 << QUICK - length),
                            (short) (length << 8 | symbols[first + i]));
                }
            }
            code += counts[length];
            greatest[length] = counts[length] == 0 ? -1 : code - 1;
            first += counts[length];
            code <<= 1;
        }
    }

    /** The next symbol. */
    int next(JpegBits bits) throws UnreadableImageException {
        int found = quick[bits.peek(QUICK)];
        if (found != 0) {
            bits.skip(found >>> 8);
            return found & 0xFF;
        }
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code = code << 1 | bits.next(1);
            if (code <= greatest[length]) {
                return symbols[code + offset[length]];
            }
        }
        throw Segments.damaged("a code means nothing");
    }
}
