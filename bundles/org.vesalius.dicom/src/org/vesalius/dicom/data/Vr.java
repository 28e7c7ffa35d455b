// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.util.Optional;

/** The value representations of PS3.5, 6.2. */
public enum Vr {
    AE, AS, AT(2), CS, DA, DS, DT, FD(8), FL(4), IS, LO, LT, OB(1, true), OD(8, true), OF(4, true), OL(4, true),
    OV(8, true), OW(2, true), PN, SH, SL(4), SQ(1, true), SS(2), ST, SV(8, true), TM, UC(1, true), UI, UL(4),
    UN(1, true), UR(1, true), US(2), UT(1, true), UV(8, true);

    private final int unit;
    private final boolean longForm;

    Vr() {
        this(1, false);
    }

    Vr(int unit) {
        this(unit, false);
    }

    Vr(int unit, boolean longForm) {
        this.unit = unit;
        this.longForm = longForm;
    }

    /** The one written with these two bytes. */
    public static Optional<Vr> of(int first, int second) {
        for (Vr vr : values()) {
            if (vr.name().charAt(0) == first && vr.name().charAt(1) == second) {
                return Optional.of(vr);
            }
        }
        return Optional.empty();
    }

    /** Bytes that change places together where the order of bytes is another. */
    int unit() {
        return unit;
    }

    /** Whether its length is written with four bytes where value representations are explicit (PS3.5, 7.1.2). */
    boolean longForm() {
        return longForm;
    }

    /** Whether it is a text in the character set of the data set. */
    boolean inCharacterSet() {
        return switch (this) {
            case LO, LT, PN, SH, ST, UC, UT -> true;
            default -> false;
        };
    }

    /** Whether a backslash separates values. */
    boolean several() {
        return this != LT && this != ST && this != UT && this != UR;
    }
}
