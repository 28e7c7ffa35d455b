// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.util.Objects;

/**
 * A data element.
 *
 * @param tag what it is
 * @param vr how its values are written
 * @param value what it holds
 */
public record Element(Tag tag, Vr vr, Value value) {

    /** No component may be null. */
    public Element {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(vr, "vr");
        Objects.requireNonNull(value, "value");
    }

    /** Without the value, which may be a patient's. */
    @Override
    public String toString() {
        return tag + " " + vr;
    }
}
