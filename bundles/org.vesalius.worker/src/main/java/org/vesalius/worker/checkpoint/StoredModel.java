// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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

    /**
     * What is wrong with its files; empty if they are as they were written.
     *
     * @throws IOException if one can't be read
     */
    Optional<String> fault() throws IOException {
        return new Checksums(folder).fault();
    }
}
