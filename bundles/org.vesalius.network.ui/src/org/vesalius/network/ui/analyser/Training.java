// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analyser;

import java.util.Objects;

import org.vesalius.experiment.io.NetworkUse;
import org.vesalius.network.analysis.TrainingScale;

/**
 * How a network is trained, as far as it costs memory, and who says so.
 *
 * @param scale batch size and optimiser
 * @param source where this comes from, for people
 */
record Training(TrainingScale scale, String source) {

    Training {
        Objects.requireNonNull(scale);
        Objects.requireNonNull(source);
    }

    /** Returns what is usual, for a network that no experiment uses. */
    static Training usual() {
        return new Training(TrainingScale.usual(), "as usual: no experiment uses this network yet");
    }

    /** Returns what an experiment says. */
    static Training of(NetworkUse use) {
        return new Training(use.scale(), "as in " + use.experiment().getFileName());
    }

    /** Returns the same with a batch that was chosen here. */
    Training withBatch(int batch) {
        return batch == scale.batch() ? this
                : new Training(new TrainingScale(batch, scale.optimizer(), scale.statesPerParameter()), "chosen here");
    }
}
