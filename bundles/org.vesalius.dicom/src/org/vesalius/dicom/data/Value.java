// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.io.IOException;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** What an element holds. No form says values in {@code toString}, which may be a patient's. */
public sealed interface Value {
    /** Values up to this length are read with the data set; longer ones stay in the file. */
    int SHORT = 1 << 16;

    /** Bytes in little-endian order. For speed they are shared, not copied, and only read. */
    record Bytes(byte[] content) implements Value {
        @Override
        public String toString() {
            return "Bytes[" + content.length + "]";
        }
    }

    /**
     * Bytes that stay in the file.
     *
     * @param source the file
     * @param offset where they begin in it
     * @param length how many
     * @param bigEndian whether the most significant byte of each number comes first
     */
    record Stored(ByteSource source, long offset, long length, boolean bigEndian) implements Value {

        /**
         * A part of them.
         *
         * @param from counted from their beginning
         */
        public byte[] read(long from, int count) throws IOException {
            if (from < 0 || count < 0 || from + count > length) {
                throw new UnreadableImageException("is truncated: values of it are missing");
            }
            return source.read(offset + from, count);
        }

        /**
         * A part of them in little-endian order.
         *
         * @param from counted from their beginning; a multiple of the size of a number of this kind
         * @param vr what they are
         */
        public byte[] readLittleEndian(long from, int count, Vr vr) throws IOException {
            byte[] bytes = read(from, count);
            return bigEndian ? ByteSwap.swapped(bytes, vr.unit()) : bytes;
        }
    }

    /**
     * Nested data sets.
     *
     * @param sets in their order
     * @param open whether a delimiter ends them rather than a length
     * @param implicit whether value representations in them are left out although those around them are explicit: the
     *        element is of the representation UN (PS3.5, 6.2.2)
     */
    record Items(List<DataSet> sets, boolean open, boolean implicit) implements Value {
        /** Copies the list. */
        public Items {
            sets = List.copyOf(sets);
        }

        @Override
        public String toString() {
            return "Items[" + sets.size() + "]";
        }
    }

    /**
     * Encapsulated pixels (PS3.5, A.4), which stay in the file.
     *
     * @param table the basic offset table, perhaps empty
     * @param pieces all others, in their order
     */
    record Fragments(Stored table, List<Stored> pieces) implements Value {
        /** Copies the list. */
        public Fragments {
            pieces = List.copyOf(pieces);
        }

        @Override
        public String toString() {
            return "Fragments[" + pieces.size() + "]";
        }
    }
}
