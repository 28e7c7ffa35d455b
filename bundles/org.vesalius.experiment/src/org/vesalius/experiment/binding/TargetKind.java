// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

/** What the columns of an output tell of a sample. */
public enum TargetKind {
    /** One category: its number for one unit, one-hot for several. */
    CATEGORY,
    /** One of categories in their order: a unit for each but the first. */
    ORDERED,
    /** Any number of labels: a unit for each, 0 or 1. */
    LABELS,
    /** A number for each unit. */
    NUMBERS,
    /** A category for each place: pixel, voxel or step. */
    PLACES,
    /** A number for each value of an array. */
    ARRAY,
    /** The time to an event or to the end of the follow-up, and which of the two it is. */
    SURVIVAL,
    /** The samples of an input. */
    INPUT
}
