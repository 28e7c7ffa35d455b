// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.signal;

import java.util.Arrays;
import java.util.Optional;

/**
 * How numbers are packed in a signal file of the WaveForm DataBase: in blocks of one to three samples. Source: WFDB
 * Applications Guide, signal(5). Values that stand for "nothing recorded" are told by {@link #invalid()}.
 */
enum WfdbFormat {
    /** Eight-bit first differences; a sample is the sum of all before it. */
    F8(8, 1, 1, Integer.MIN_VALUE) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            return bytes[at];
        }
    },
    F16(16, 1, 2, -0x8000) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            return (short) pair(bytes, at);
        }
    },
    F24(24, 1, 3, -0x800000) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            return pair(bytes, at) | bytes[at + 2] << 16;
        }
    },
    F32(32, 1, 4, Integer.MIN_VALUE) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            return pair(bytes, at) | pair(bytes, at + 2) << 16;
        }
    },
    F61(61, 1, 2, -0x8000) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            return (short) (bytes[at] << 8 | bytes[at + 1] & 0xff);
        }
    },
    F80(80, 1, 1, -0x80) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            return (bytes[at] & 0xff) - 0x80;
        }
    },
    F160(160, 1, 2, -0x8000) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            return pair(bytes, at) - 0x8000;
        }
    },
    /** Two samples of twelve bits in three bytes; the middle byte holds the high bits of both. */
    F212(212, 2, 3, -0x800) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            int high = index == 0 ? bytes[at + 1] & 0x0f : bytes[at + 1] >> 4 & 0x0f;
            int low = bytes[at + 2 * index] & 0xff;
            return signed(high << 8 | low, 12);
        }
    },
    /** Three samples of ten bits in two pairs of bytes; the third has five bits of each. */
    F310(310, 3, 4, -0x200) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            int first = pair(bytes, at);
            int second = pair(bytes, at + 2);
            return switch (index) {
                case 0 -> signed(first >> 1 & 0x3ff, 10);
                case 1 -> signed(second >> 1 & 0x3ff, 10);
                default -> signed(first >> 11 | second >> 11 << 5, 10);
            };
        }
    },
    /** Three samples of ten bits, one behind the other in a word of 32. */
    F311(311, 3, 4, -0x200) {
        @Override
        int sample(byte[] bytes, int at, int index) {
            int word = pair(bytes, at) | pair(bytes, at + 2) << 16;
            return signed(word >>> 10 * index & 0x3ff, 10);
        }
    };

    private final int number;
    private final int samplesPerBlock;
    private final int bytesPerBlock;
    private final int invalid;

    WfdbFormat(int number, int samplesPerBlock, int bytesPerBlock, int invalid) {
        this.number = number;
        this.samplesPerBlock = samplesPerBlock;
        this.bytesPerBlock = bytesPerBlock;
        this.invalid = invalid;
    }

    /** The format of this number, if it can be read. */
    static Optional<WfdbFormat> of(int number) {
        return Arrays.stream(values()).filter(format -> format.number == number).findFirst();
    }

    /** How many samples share a block of bytes. */
    int samplesPerBlock() {
        return samplesPerBlock;
    }

    /** How many bytes a block has. */
    int bytesPerBlock() {
        return bytesPerBlock;
    }

    /** The value that says that nothing was recorded. */
    int invalid() {
        return invalid;
    }

    /** How many bytes so many samples take; a last block needn't be complete. */
    long bytes(long samples) {
        long rest = samples % samplesPerBlock;
        long whole = samples / samplesPerBlock * bytesPerBlock;
        return rest == 0 ? whole : whole + (samplesPerBlock == 2 ? 2 : bytesPerBlock);
    }

    /**
     * One sample.
     *
     * @param at where its block begins
     * @param index which of the block's samples
     */
    abstract int sample(byte[] bytes, int at, int index);

    private static int pair(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    private static int signed(int value, int bits) {
        int unused = Integer.SIZE - bits;
        return value << unused >> unused;
    }
}
