// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What a worker is asked to compute with a network that belongs to no run; handed over on standard input for the reasons
 * of {@link PredictionQuestion}. All paths are absolute.
 *
 * @param network the {@code .network} file
 * @param weights the file of weights; empty for a network that has none
 * @param engine identifier of the engine
 * @param device identifier of its device
 * @param inputs what to compute with
 * @param scale what the values 0…255 of images are multiplied by, a number or a fraction
 * @param batch most samples computed together
 * @param out the {@code .csv} or {@code .npz} file to write
 */
public record NetworkQuestion(String network, String weights, String engine, String device, List<Given> inputs,
        String scale, int batch, String out) {
    private static final int MOST_BYTES = 256 << 20;

    /** No component may be null. */
    public NetworkQuestion {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(device, "device");
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(out, "out");
    }

    /**
     * A file for an input.
     *
     * @param input the name of the input; empty where the order tells
     * @param file the file
     */
    public record Given(String input, String file) {
        /** Neither may be null. */
        public Given {
            Objects.requireNonNull(input, "input");
            Objects.requireNonNull(file, "file");
        }

        /** Names no file, since it may tell a patient. */
        @Override
        public String toString() {
            return "a file for '" + input + "'";
        }
    }

    /**
     * Writes the question; the stream stays open.
     *
     * @throws IOException if it can't be written
     */
    public void write(OutputStream out) throws IOException {
        out.write(new Gson().toJson(this).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * Reads a question to the end of a stream.
     *
     * @throws IOException if it can't be read, or is none
     */
    public static NetworkQuestion read(InputStream in) throws IOException {
        byte[] text = in.readNBytes(MOST_BYTES + 1);
        if (text.length > MOST_BYTES) {
            throw new IOException("the question about a network is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        try {
            NetworkQuestion question = new Gson().fromJson(new String(text, StandardCharsets.UTF_8),
                    NetworkQuestion.class);
            if (question != null) {
                return question;
            }
        } catch (JsonParseException | NullPointerException e) {
            throw new IOException("this is no question about a network", e);
        }
        throw new IOException("there is no question about a network");
    }

    /** Names no input file. */
    @Override
    public String toString() {
        return "a question about " + network + " with " + inputs.size() + " files";
    }
}
