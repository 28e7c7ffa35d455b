// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.experiment.json.JsonTypes;
import org.vesalius.worker.state.TrainingState;

/** The training state as {@code state.json} beside the model it belongs to. */
final class TrainingStateFile {
    private static final String NAME = "state.json";
    private static final String FORMAT_KEY = "format";
    /** Version of the file format; the first files didn't say it. */
    private static final int FORMAT = 1;
    private static final long LARGEST_BYTES = 1 << 16;

    private final Gson gson = JsonTypes.register(new GsonBuilder()).setPrettyPrinting().create();
    private final Path file;

    TrainingStateFile(Path folder) {
        file = folder.resolve(NAME);
    }

    void write(TrainingState state) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty(FORMAT_KEY, FORMAT);
        gson.toJsonTree(state).getAsJsonObject().entrySet()
                .forEach(member -> json.add(member.getKey(), member.getValue()));
        new AtomicFile(file).writeText(gson.toJson(json) + "\n");
    }

    /**
     * The state; empty if the file is missing or damaged, so that the model beside it can't be used.
     *
     * @throws ReportedException if it is of a later format
     */
    Optional<TrainingState> read() {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                return Optional.empty();
            }
            JsonObject json = JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
            if (json.has(FORMAT_KEY) && json.get(FORMAT_KEY).getAsInt() > FORMAT) {
                throw new ReportedException(ErrorKind.INVALID_INPUT,
                        "A checkpoint of the run was written by a newer version of Vesalius.", file,
                        "Resume the run with that version or a later one.");
            }
            return Optional.ofNullable(gson.fromJson(json, TrainingState.class));
        } catch (ReportedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // gson throws many kinds; whichever it is, an older checkpoint has to do
            return Optional.empty();
        }
    }
}
