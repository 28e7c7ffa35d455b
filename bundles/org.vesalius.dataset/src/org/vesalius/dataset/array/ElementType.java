// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.array;

import java.util.Locale;

/** The type of the numbers of an array, as it is kept in memory and in caches. */
public enum ElementType {
    /** Whole numbers 0…255. */
    U8(1, 0, 255),
    /** Whole numbers −32768…32767. */
    I16(2, Short.MIN_VALUE, Short.MAX_VALUE),
    /** Whole numbers 0…65535. */
    U16(2, 0, 65_535),
    /** Whole numbers −2147483648…2147483647. */
    I32(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    /** Numbers of single precision (IEEE 754 binary32). */
    F32(4, -Float.MAX_VALUE, Float.MAX_VALUE);

    private final int bytes;
    private final double least;
    private final double greatest;

    ElementType(int bytes, double least, double greatest) {
        this.bytes = bytes;
        this.least = least;
        this.greatest = greatest;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** Whether the numbers are whole. */
    public boolean whole() {
        return this != F32;
    }

    /** The least finite number of this type. */
    public double least() {
        return least;
    }

    /** The greatest finite number of this type. */
    public double greatest() {
        return greatest;
    }

    /** How the type is written in files and shown to people: {@code u8}, {@code f32}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
