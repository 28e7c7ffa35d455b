// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import java.nio.file.Path;
import org.vesalius.worker.state.TrainingState;

/**
 * A complete model on disk.
 *
 * @param folder its folder
 * @param state the training state it was saved in
 */
public record StoredModel(Path folder, TrainingState state) {
    /** The folder with the library's files. */
    public Path model() {
        return folder.resolve(ModelStore.MODEL);
    }
}
