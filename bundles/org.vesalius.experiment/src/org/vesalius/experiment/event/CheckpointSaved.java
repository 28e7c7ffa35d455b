// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.time.Instant;
import java.util.Objects;

/**
 * A checkpoint is complete on disk.
 *
 * @param time when
 * @param epoch the last epoch it holds
 * @param file its folder, relative to the run folder, with forward slashes
 * @param parametersSha256 hash of the parameters in it
 */
public record CheckpointSaved(Instant time, int epoch, String file, String parametersSha256) implements RunEvent {
    /** No component may be null. */
    public CheckpointSaved {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(parametersSha256, "parametersSha256");
    }
}
