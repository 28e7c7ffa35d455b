// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.Arrays;
import java.util.Optional;

/** What an output of a network is asked for. It decides how the output is measured and what is kept of its predictions. */
public enum OutputTask {
    /** Whether a sample is of the second of two categories. */
    BINARY("binary"),
    /** Which of several categories that exclude each other a sample is of. */
    CATEGORY("category"),
    /** Which of several findings a sample has; they may occur together. */
    MULTI_LABEL("multi-label"),
    /** One or more quantities. */
    REGRESSION("regression"),
    /** The category of each step of a sequence. */
    SEQUENCE("sequence"),
    /** The structure that each place of an image or a volume belongs to. */
    SEGMENTATION("segmentation"),
    /** How soon an event comes, where some samples are followed up only until before it. */
    SURVIVAL("survival"),
    /** The input itself, as an autoencoder gives it back. */
    RECONSTRUCTION("reconstruction");

    private final String id;

    OutputTask(String id) {
        this.id = id;
    }

    /** How files hold it; it never changes. */
    public String id() {
        return id;
    }

    /** The task with this id; empty for one of a later version. */
    public static Optional<OutputTask> of(String id) {
        return Arrays.stream(values()).filter(task -> task.id.equals(id)).findFirst();
    }
}
