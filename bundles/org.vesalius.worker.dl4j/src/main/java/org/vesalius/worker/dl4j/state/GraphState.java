// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.runtime.ArrayMemory;

/**
 * Saves and restores all that training needs to go on exactly: {@code parameters.f32} (with running statistics),
 * {@code optimizer.f32}, and {@code counters.json}.
 *
 * @param graph the graph; only its parameters, optimiser state and counters are touched
 */
public record GraphState(ComputationGraph graph) {

    private static final String PARAMETERS = "parameters.f32";
    private static final String OPTIMIZER = "optimizer.f32";
    private static final String COUNTERS = "counters.json";
    private static final int FORMAT = 2;
    private static final int MOST_COUNTER_BYTES = 10_000;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    /** Writes the state into an empty folder. */
    public void save(Path folder) throws IOException {
        FloatFile.write(graph.params(), folder.resolve(PARAMETERS));
        if (optimizerState() != null) {
            FloatFile.write(optimizerState(), folder.resolve(OPTIMIZER));
        }
        Files.writeString(folder.resolve(COUNTERS), GSON.toJson(counters()) + "\n", StandardCharsets.UTF_8);
    }

    /** Whether the files hold this state, bit for bit, as they read back now. */
    public boolean isSavedIn(Path folder) throws IOException {
        return FloatFile.holds(folder.resolve(PARAMETERS), graph.params())
                && (optimizerState() == null || FloatFile.holds(folder.resolve(OPTIMIZER), optimizerState()))
                && read(folder.resolve(COUNTERS)).equals(counters());
    }

    private Counters counters() {
        return new Counters(FORMAT, graph.numParams(), optimizerNumbers(),
                graph.getConfiguration().getIterationCount(), graph.getConfiguration().getEpochCount(),
                parametersSha256());
    }

    /**
     * Takes over a state written by {@link #save}. All of it is read and checked before anything changes.
     *
     * @throws org.vesalius.core.ReportedException if the files are damaged or belong to another network
     */
    public void load(Path folder) throws IOException {
        Path file = folder.resolve(COUNTERS);
        Counters counters = read(file);
        if (counters.format() != FORMAT) {
            throw new DamagedStateException(file, "has format " + counters.format() + " instead of " + FORMAT);
        }
        if (counters.parameters() != graph.numParams() || counters.optimizerNumbers() != optimizerNumbers()) {
            throw new DamagedStateException(file, "tells of " + counters.parameters()
                    + " parameters, but the network has " + graph.numParams());
        }
        INDArray parameters = FloatFile.read(folder.resolve(PARAMETERS), graph.params());
        if (!sha256(parameters).equals(counters.parametersSha256())) {
            throw new DamagedStateException(folder.resolve(PARAMETERS), "was altered after it was written");
        }
        if (optimizerState() != null) {
            optimizerState().assign(FloatFile.read(folder.resolve(OPTIMIZER), optimizerState()));
        }
        graph.params().assign(parameters);
        graph.getConfiguration().setIterationCount(counters.iteration());
        graph.getConfiguration().setEpochCount(counters.epoch());
    }

    /** SHA-256 over the little-endian bytes of all parameters and running statistics, in hexadecimal. */
    public String parametersSha256() {
        return sha256(graph.params());
    }

    /** Whether all parameters and running statistics are finite. */
    public boolean isFinite() {
        return ArrayMemory.copyOf(graph.params()).isFinite();
    }

    private static String sha256(INDArray numbers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            FloatFile.forEachChunk(numbers, digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("SHA-256 over memory can't fail", e);
        }
    }

    private static Counters read(Path file) throws IOException {
        if (Files.size(file) > MOST_COUNTER_BYTES) {
            throw new DamagedStateException(file, "is far too large");
        }
        try {
            Counters counters = GSON.fromJson(Files.readString(file), Counters.class);
            if (counters == null) {
                throw new DamagedStateException(file, "is empty");
            }
            return counters;
        } catch (JsonParseException e) {
            throw new DamagedStateException(file, "is not valid JSON");
        }
    }

    private INDArray optimizerState() {
        return graph.getUpdater().getStateViewArray();
    }

    private long optimizerNumbers() {
        return optimizerState() == null ? 0 : optimizerState().length();
    }

    /**
     * What {@code counters.json} holds.
     *
     * @param format version of the files
     * @param parameters number of parameters and running statistics
     * @param optimizerNumbers number of values the optimiser keeps
     * @param iteration training steps done
     * @param epoch DL4J's count of epochs
     * @param parametersSha256 hash of the parameters
     */
    private record Counters(int format, long parameters, long optimizerNumbers, int iteration, int epoch,
            String parametersSha256) {
    }
}
