// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Locale;

/** What a column is for. */
public enum ColumnRole {
    /** Goes into a network. */
    INPUT,
    /** What a network learns to tell. */
    LABEL,
    /** Whom the sample comes from: samples of one patient never stand in two subsets. */
    PATIENT,
    /** Where the sample was taken: a hospital, a device. */
    SITE,
    /** When the sample was taken. */
    TIME,
    /** Which {@link Subset} of the data set the sample belongs to. */
    SUBSET,
    /** Why the sample can't be read; empty for a good one. */
    DEFECT,
    /** Kept, but not used. */
    NONE;

    /** How this role is written in {@code dataset.json}. */
    public String text() {
        return this == SUBSET ? "part" : name().toLowerCase(Locale.ROOT);
    }
}
