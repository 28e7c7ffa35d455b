// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.experiment.json.JsonTypes;
import org.vesalius.worker.state.TrainingState;

/** The training state as {@code state.json} beside the model it belongs to. */
final class TrainingStateFile {
    private static final String NAME = "state.json";
    private static final long LARGEST_BYTES = 1 << 16;

    private final Gson gson = JsonTypes.register(new GsonBuilder()).setPrettyPrinting().create();
    private final Path file;

    TrainingStateFile(Path folder) {
        file = folder.resolve(NAME);
    }

    void write(TrainingState state) throws IOException {
        new AtomicFile(file).writeText(gson.toJson(state) + "\n");
    }

    /** The state; empty if the file is missing or damaged, so that the model beside it can't be used. */
    Optional<TrainingState> read() {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                return Optional.empty();
            }
            return Optional.ofNullable(
                    gson.fromJson(Files.readString(file, StandardCharsets.UTF_8), TrainingState.class));
        } catch (IOException | RuntimeException e) {
            // gson throws many kinds; whichever it is, an older checkpoint has to do
            return Optional.empty();
        }
    }
}
