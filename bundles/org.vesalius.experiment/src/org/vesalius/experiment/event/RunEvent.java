// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.time.Instant;

/**
 * Something that happened during a run. Epochs and iterations count from 1.
 *
 * <p>A run that was resumed repeats the epochs after its last checkpoint: a {@link RunStarted} whose
 * {@link RunStarted#firstEpoch()} is <em>n</em> makes all earlier events of epoch <em>n</em> and later ones obsolete.
 */
public sealed interface RunEvent
        permits StateChanged, RunStarted, BatchFinished, EpochFinished, CheckpointSaved, Notice {
    /** When it happened, by the clock of the worker's machine. */
    Instant time();
}
