// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Locale;

/** What a column is for. */
public enum ColumnRole {
    /** Goes into a network. */
    INPUT,
    /** The reference standard: what a network learns to tell. */
    LABEL,
    /** Whom the sample comes from: samples of one patient never stand in two subsets. */
    PATIENT,
    /** Which examination, admission or visit of a patient the sample is of. */
    STUDY,
    /** Where the sample was taken: a hospital, a device. */
    SITE,
    /** When the sample was taken, or how long a patient was followed. */
    TIME,
    /** Whether what a patient was followed for came to pass by then; else it was only looked for until then (censored). */
    EVENT,
    /** A group that results are also told for by itself, such as a sex or a scanner. */
    SUBGROUP,
    /** Who judged the sample, or what one of several judged. */
    RATER,
    /** Which {@link Subset} of the data set the sample belongs to. */
    SUBSET,
    /** Which fold of a cross-validation the sample is in; no patient is in two. */
    FOLD,
    /** Why the sample can't be read; empty for a good one. */
    DEFECT,
    /** Kept, but not used. */
    NONE;

    /** How this role is written in {@code dataset.json}. */
    public String text() {
        return this == SUBSET ? "part" : name().toLowerCase(Locale.ROOT);
    }
}
