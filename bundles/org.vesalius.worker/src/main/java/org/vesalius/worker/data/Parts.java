// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import org.vesalius.dataset.Part;

/**
 * The numbers of the samples of each part, in the order of the data set. Unreadable samples are in none.
 *
 * @param training samples to train on, whose truth is known
 * @param validation samples to choose the best epoch by, whose truth is known
 * @param test samples to report on
 */
public record Parts(int[] training, int[] validation, int[] test) {
    /** The samples of one part. */
    public int[] of(Part part) {
        return switch (part) {
            case TRAIN -> training;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
