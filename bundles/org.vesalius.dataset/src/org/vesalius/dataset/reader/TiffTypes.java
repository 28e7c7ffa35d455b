// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

/** The types of values in TIFF directories (TIFF 6.0, section 2; BigTIFF adds 16 to 18), and how long they are. */
final class TiffTypes {
    static final int BYTE = 1;
    static final int SHORT = 3;
    static final int LONG = 4;
    static final int RATIONAL = 5;
    static final int UNDEFINED = 7;
    static final int IFD = 13;
    static final int LONG8 = 16;
    static final int IFD8 = 18;

    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private TiffTypes() {
    }

    /** Bytes of a value; 0 for an unknown type. */
    static int size(int type) {
        return type >= 0 && type < SIZES.length ? SIZES[type] : 0;
    }
}
