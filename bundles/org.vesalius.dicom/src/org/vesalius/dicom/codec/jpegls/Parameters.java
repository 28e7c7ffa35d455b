// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpegls;

import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/**
 * What a scan is coded with (T.87, C.2.4.1.1 and A.2.1).
 *
 * @param most the greatest sample
 * @param near how much a sample may differ from the original
 * @param t1 the least gradient of the second kind
 * @param t2 of the third
 * @param t3 of the fourth
 * @param reset after how many samples a context's counts are halved
 */
record Parameters(int most, int near, int t1, int t2, int t3, int reset) {
    private static final int RESET = 64;

    /** What was told by a segment, 0 for what wasn't. */
    record Preset(int most, int t1, int t2, int t3, int reset) {
        static final Preset NONE = new Preset(0, 0, 0, 0, 0);
    }

    static Parameters of(int precision, int near, Preset preset) throws UnreadableImageException {
        int all = (1 << precision) - 1;
        int most = preset.most() == 0 ? all : preset.most();
        if (most > all || near > Math.min(255, most / 2)) {
            throw Segments.damaged("the header of a scan makes no sense");
        }
        boolean fine = most >= 128;
        int factor = fine ? (Math.min(most, 4095) + 128) / 256 : 256 / (most + 1);
        int first = fine ? factor + 2 + 3 * near : Math.max(2, 3 / factor + 3 * near);
        int second = fine ? factor * 4 + 3 + 5 * near : Math.max(3, 7 / factor + 5 * near);
        int third = fine ? factor * 17 + 4 + 7 * near : Math.max(4, 21 / factor + 7 * near);
        int t1 = preset.t1() == 0 ? clamped(first, near + 1, most) : preset.t1();
        int t2 = preset.t2() == 0 ? clamped(second, t1, most) : preset.t2();
        int t3 = preset.t3() == 0 ? clamped(third, t2, most) : preset.t3();
        int reset = preset.reset() == 0 ? RESET : preset.reset();
        if (t1 <= near || t2 < t1 || t3 < t2 || t3 > most || reset < 3) {
            throw Segments.damaged("the header of a scan makes no sense");
        }
        return new Parameters(most, near, t1, t2, t3, reset);
    }

    private static int clamped(int value, int least, int most) {
        return value > most || value < least ? least : value;
    }

    /** By how much a quantised error counts. */
    int step() {
        return 2 * near + 1;
    }

    /** How many quantised errors there are. */
    int range() {
        return (most + 2 * near) / step() + 1;
    }

    /** Bits of an error. */
    int errorBits() {
        return bits(range());
    }

    /** The most bits of a code. */
    int limit() {
        int bits = Math.max(2, bits(most + 1));
        return 2 * (bits + Math.max(8, bits));
    }

    private static int bits(int values) {
        return 32 - Integer.numberOfLeadingZeros(values - 1);
    }

    /** The class of a gradient, −4 to 4. */
    int quantized(int gradient) {
        int size = Math.abs(gradient);
        int kind = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
        return gradient < 0 ? -kind : kind;
    }
}
