// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import java.io.IOException;
import java.util.Optional;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Tag;

/**
 * A look-up table (PS3.3, C.11.1.1.1 and C.7.6.3.1.5).
 *
 * @param first the stored value that its first entry is of; those below get it too
 * @param bits of an entry
 * @param entries those above the last get the last
 */
record Lut(int first, int bits, int[] entries) {

    /** The table of a sequence. */
    static Lut of(DataSet item, boolean signed) throws IOException {
        return of(item, ImageTags.TABLE_DESCRIPTOR, ImageTags.TABLE_DATA, signed);
    }

    /**
     * The table of two elements.
     *
     * @param descriptor number of entries, first value, bits of an entry
     * @param signed whether the first value may be negative
     */
    static Lut of(DataSet data, Tag descriptor, Tag table, boolean signed) throws IOException {
        double[] told = data.numbers(descriptor);
        Optional<byte[]> bytes = data.bytes(table);
        if (told.length != 3 || bytes.isEmpty() || told[2] < 1 || told[2] > 16) {
            throw new UnreadableImageException("has a look-up table that is damaged or missing");
        }
        int count = told[0] == 0 ? 1 << 16 : (int) told[0] & 0xFFFF;
        int first = signed ? (short) (int) told[1] : (int) told[1] & 0xFFFF;
        // tables of 8 bits stand in bytes or, as others do, in words
        boolean words = bytes.get().length >= 2 * count;
        if (bytes.get().length < (told[2] > 8 ? 2 : 1) * count) {
            throw new UnreadableImageException("has a look-up table that is damaged or missing");
        }
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = words ? bytes.get()[2 * i] & 0xFF | (bytes.get()[2 * i + 1] & 0xFF) << 8 : bytes.get()[i] & 0xFF;
        }
        return new Lut(first, (int) told[2], entries);
    }

    int of(long value) {
        return entries[(int) Math.min(Math.max(value - first, 0), entries.length - 1)];
    }

    /** The greatest entry there can be. */
    int most() {
        return (1 << bits) - 1;
    }
}
