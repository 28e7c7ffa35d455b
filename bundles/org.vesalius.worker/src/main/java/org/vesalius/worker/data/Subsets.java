// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import org.vesalius.dataset.Subset;

/**
 * The numbers of the samples of each subset, in the order of the data set. Unreadable samples are in none.
 *
 * @param training samples to train on, of which some truth is known
 * @param validation samples to choose the best epoch by, of which some truth is known
 * @param test samples to report on
 */
public record Subsets(int[] training, int[] validation, int[] test) {
    /** The samples of one subset. */
    public int[] of(Subset subset) {
        return switch (subset) {
            case TRAIN -> training;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
