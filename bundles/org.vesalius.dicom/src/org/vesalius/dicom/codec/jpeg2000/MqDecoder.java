// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg2000;

import java.util.Arrays;

/** The arithmetic decoder (T.800, C.3). Beyond its end a segment goes on with ones. */
final class MqDecoder {
    static final int UNIFORM = 18;
    static final int RUN = 17;

    private static final int CONTEXTS = 19;
    /** T.800, table C.2: probability, next state after the more and after the less probable symbol, switch. */
    private static final int[] QE = {0x5601, 0x3401, 0x1801, 0x0AC1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001,
        0x2401, 0x1C01, 0x1601, 0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201, 0x1C01, 0x1801,
        0x1601, 0x1401, 0x1201, 0x1101, 0x0AC1, 0x09C1, 0x08A1, 0x0521, 0x0441, 0x02A1, 0x0221, 0x0141, 0x0111, 0x0085, 0x0049,
        0x0025, 0x0015, 0x0009, 0x0005, 0x0001, 0x5601};
    private static final int[] MORE = {1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
        26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46};
    private static final int[] LESS = {1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21,
        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46};

    private final int[] states = new int[CONTEXTS];
    private final int[] symbols = new int[CONTEXTS];
    private byte[] content = {};
    private int position;
    private int end;
    private int register;
    private int interval;
    private int left;

    MqDecoder() {
        reset();
    }

    /** The states that a code-block begins with (T.800, table D.7). */
    void reset() {
        Arrays.fill(states, 0);
        Arrays.fill(symbols, 0);
        states[0] = 4;
        states[RUN] = 3;
        states[UNIFORM] = 46;
    }

    /** Begins with a segment. */
    void begin(byte[] segment, int from, int to) {
        content = segment;
        position = from;
        end = to;
        register = at(position) << 16;
        fill();
        register <<= 7;
        left -= 7;
        interval = 0x8000;
    }

    private int at(int place) {
        return place < end ? content[place] & 0xFF : 0xFF;
    }

    private void fill() {
        if (at(position) == 0xFF) {
            if (at(position + 1) > 0x8F) {
                register += 0xFF00;
                left = 8;
            } else {
                position++;
                register += at(position) << 9;
                left = 7;
            }
        } else {
            position++;
            register += at(position) << 8;
            left = 8;
        }
    }

    /** The next decision in a context. */
    int next(int context) {
        int state = states[context];
        int qe = QE[state];
        interval -= qe;
        if ((register >>> 16) < qe) {
            boolean less = interval >= qe;
            interval = qe;
            return exchanged(context, state, less);
        }
        register -= qe << 16;
        if ((interval & 0x8000) != 0) {
            return symbols[context];
        }
        return exchanged(context, state, interval < qe);
    }

    private int exchanged(int context, int state, boolean less) {
        int symbol = less ? 1 - symbols[context] : symbols[context];
        if (less && (state == 0 || state == 6 || state == 14)) {
            symbols[context] = 1 - symbols[context];
        }
        states[context] = less ? LESS[state] : MORE[state];
        do {
            if (left == 0) {
                fill();
            }
            interval <<= 1;
            register <<= 1;
            left--;
        } while ((interval & 0x8000) == 0);
        return symbol;
    }
}
