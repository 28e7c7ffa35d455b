// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.hdf5;

import java.io.ByteArrayOutputStream;

/** Collects bytes, numbers with their lowest byte first. */
final class LittleEndian {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    LittleEndian u8(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    LittleEndian u16(int value) {
        return number(value, 2);
    }

    LittleEndian u32(long value) {
        return number(value, 4);
    }

    LittleEndian u64(long value) {
        return number(value, 8);
    }

    LittleEndian put(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /** Zeros up to a multiple of 8. */
    LittleEndian pad() {
        while (bytes.size() % 8 != 0) {
            bytes.write(0);
        }
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private LittleEndian number(long value, int count) {
        for (int i = 0; i < count; i++) {
            bytes.write((int) (value >>> 8 * i));
        }
        return this;
    }
}
