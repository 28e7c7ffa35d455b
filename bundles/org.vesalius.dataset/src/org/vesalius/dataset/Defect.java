// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Objects;

/**
 * Why a sample can't be used.
 *
 * @param sampleId the sample
 * @param value what stands in its column, usually a path below the data set's root; may tell who the patient is, so it
 *        is shown to the user but not logged
 * @param reason what is wrong with it, without its name
 */
public record Defect(String sampleId, String value, String reason) {

    /** No component may be null. */
    public Defect {
        Objects.requireNonNull(sampleId, "sampleId");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reason, "reason");
    }

    /** Without the value, which may tell who the patient is. */
    @Override
    public String toString() {
        return "Defect[" + sampleId + " " + reason + "]";
    }
}
