// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.dataset.Subset;

/**
 * What the model of a run is asked to predict: files, the rows of a table, or a data set. It is handed to a worker on its
 * standard input as JSON in UTF-8: names may tell patients, arguments of a process would show them to all users of the
 * machine, and a file would outlive a process that is killed. All paths are absolute.
 *
 * @param files one sample each, in their order; empty where there is a table or a data set
 * @param table a table with a row for each sample; empty if there is none
 * @param id the column of the table that names the rows; empty for the usual one
 * @param dataset the folder of a data set; empty if there is none
 * @param subset the subset of the data set; empty for all its samples
 */
public record PredictionQuestion(List<String> files, String table, String id, String dataset, String subset) {
    private static final int MOST_BYTES = 256 << 20;

    /** No component may be null; samples come from one source. */
    public PredictionQuestion {
        files = List.copyOf(files);
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subset, "subset");
        int sources = (files.isEmpty() ? 0 : 1) + (table.isEmpty() ? 0 : 1) + (dataset.isEmpty() ? 0 : 1);
        if (sources != 1) {
            throw new IllegalArgumentException("samples come from one source, not from " + sources);
        }
    }

    /** Files, each of which is all that the network takes of a sample. */
    public static PredictionQuestion ofFiles(List<Path> files) {
        return new PredictionQuestion(files.stream().map(Path::toString).toList(), "", "", "", "");
    }

    /** The rows of a table, named by one of its columns. */
    public static PredictionQuestion ofTable(Path table, Optional<String> id) {
        return new PredictionQuestion(List.of(), table.toString(), id.orElse(""), "", "");
    }

    /** The samples of a data set, all of them or those of a subset. */
    public static PredictionQuestion ofDataset(Path folder, Optional<Subset> subset) {
        return new PredictionQuestion(List.of(), "", "", folder.toString(), subset.map(Subset::text).orElse(""));
    }

    /** What is read for it. */
    public List<Path> sources() {
        return !files.isEmpty() ? files.stream().map(Path::of).toList() : List.of(Path.of(table.isEmpty() ? dataset : table));
    }

    /** One of its samples, in the user's words. */
    public String noun() {
        return !files.isEmpty() ? "file" : table.isEmpty() ? "sample" : "row";
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

    /** Names neither files nor columns, since it may end up in a log. */
    @Override
    public String toString() {
        return "PredictionQuestion about " + (files.isEmpty() ? noun() + "s" : files.size() + " files");
    }

    /**
     * Reads a question to the end of a stream.
     *
     * @throws IOException if it can't be read, or is no such question
     */
    public static PredictionQuestion read(InputStream in) throws IOException {
        byte[] text = in.readNBytes(MOST_BYTES + 1);
        if (text.length > MOST_BYTES) {
            throw new IOException("the question is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        try {
            PredictionQuestion question = new Gson().fromJson(new String(text, StandardCharsets.UTF_8),
                    PredictionQuestion.class);
            if (question != null) {
                return question;
            }
        } catch (RuntimeException e) {
            // Gson wraps what the constructor throws in various ways
            throw new IOException("this is no question what to predict", e);
        }
        throw new IOException("there is no question what to predict");
    }
}
