// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.util.Locale;

/**
 * The tag of a data element (PS3.5, 7.1).
 *
 * @param value group in the upper 16 bits, element in the lower
 */
public record Tag(int value) implements Comparable<Tag> {
    /** (0002,0010) */
    public static final Tag TRANSFER_SYNTAX = of(0x0002, 0x0010);
    /** (0008,0005) */
    public static final Tag CHARACTER_SET = of(0x0008, 0x0005);
    /** (7FE0,0010) */
    public static final Tag PIXEL_DATA = of(0x7FE0, 0x0010);
    /** (7FE0,0008) */
    public static final Tag FLOAT_PIXEL_DATA = of(0x7FE0, 0x0008);
    /** (7FE0,0009) */
    public static final Tag DOUBLE_PIXEL_DATA = of(0x7FE0, 0x0009);

    static final Tag ITEM = of(0xFFFE, 0xE000);
    static final Tag ITEM_END = of(0xFFFE, 0xE00D);
    static final Tag SEQUENCE_END = of(0xFFFE, 0xE0DD);

    /** The tag of a group and an element. */
    public static Tag of(int group, int element) {
        return new Tag(group << 16 | element);
    }

    /** The group. */
    public int group() {
        return value >>> 16;
    }

    /** The element in the group. */
    public int element() {
        return value & 0xFFFF;
    }

    /** Whether a manufacturer says what it means: the group is odd. */
    public boolean isPrivate() {
        return (group() & 1) == 1;
    }

    /** Whether it names whom a block of private elements belongs to (PS3.5, 7.8.1). */
    public boolean isPrivateCreator() {
        return isPrivate() && element() >= 0x10 && element() <= 0xFF;
    }

    boolean isPixels() {
        return equals(PIXEL_DATA) || equals(FLOAT_PIXEL_DATA) || equals(DOUBLE_PIXEL_DATA);
    }

    @Override
    public int compareTo(Tag other) {
        return Integer.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "(%04X,%04X)", group(), element());
    }
}
