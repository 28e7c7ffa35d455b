// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.importer.kind.FolderEntries;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.run.PredictionQuestion;

/**
 * What was chosen to be predicted.
 *
 * @param paths files, or folders that stand for the images in them
 */
public record ChosenImages(List<Path> paths) {

    private static final String PLUGIN = "org.vesalius.experiment.ui";
    private static final int MOST = 8;
    private static final List<String> TABLES = List.of(".csv", ".tsv", ".xlsx", ".arff");

    /** Copies the list. */
    public ChosenImages {
        paths = List.copyOf(paths);
    }

    /** The names of tables and data sets as a file dialog takes them. */
    static String tables() {
        return Stream.concat(TABLES.stream().map(end -> "*" + end), Stream.of(DatasetFiles.MANIFEST))
                .collect(Collectors.joining(";"));
    }

    /** The names of images as a file dialog takes them; systems differ in whether case counts. */
    static String filter() {
        return FolderEntries.EXTENSIONS.stream().sorted()
                .flatMap(extension -> Stream.of("*." + extension, "*." + extension.toUpperCase(Locale.ROOT)))
                .collect(Collectors.joining(";"));
    }

    /**
     * The question that they are: a single table stands for its rows, a {@code dataset.json} for the samples of its data
     * set.
     *
     * @param sample whether a file is all of a sample, though it is named like a table
     * @throws IOException if a folder can't be read
     * @throws ReportedException if there is no image in a folder
     */
    public PredictionQuestion question(Predicate<Path> sample) throws IOException {
        String name = paths.size() == 1 ? paths.get(0).getFileName().toString().toLowerCase(Locale.ROOT) : "";
        if (name.equals(DatasetFiles.MANIFEST)) {
            return PredictionQuestion.ofDataset(paths.get(0), Optional.empty());
        }
        return TABLES.stream().anyMatch(name::endsWith) && !sample.test(paths.get(0))
                ? PredictionQuestion.ofTable(paths.get(0), Optional.empty()) : PredictionQuestion.ofFiles(files());
    }

    /**
     * Returns the files.
     *
     * @throws IOException if a folder can't be read
     * @throws ReportedException if there is no image in a folder
     */
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(Files.isDirectory(path) ? images(path) : List.of(path));
        }
        return files;
    }

    private static List<Path> images(Path folder) throws IOException {
        List<Path> images = FolderEntries.images(folder);
        if (images.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no image in this folder.", folder,
                    "Choose images, or a folder that holds them itself and not in folders in it.");
        }
        return images;
    }

    /**
     * Returns what came of the prediction, for the user's eyes alone: it names the samples that can't be used.
     *
     * @param question what was asked
     * @param answer of the worker
     * @param out the file of the predictions
     */
    public static IStatus told(PredictionQuestion question, JsonObject answer, Path out) {
        int rows = answer.get("rows").getAsInt();
        int leftOut = answer.get("left_out").getAsInt();
        List<String> unreadable = new ArrayList<>();
        for (JsonElement each : answer.getAsJsonArray("unreadable")) {
            JsonObject sample = each.getAsJsonObject();
            unreadable.add(shown(question, sample.get("sample").getAsString()) + " " + sample.get("reason").getAsString());
        }
        String predicted = rows == 0 ? "No sample could be predicted." : English.quantity(rows, "sample") + " predicted.";
        StringBuilder remarks = new StringBuilder();
        answer.getAsJsonArray("remarks").forEach(text -> remarks.append("\n\n").append(text.getAsString()));
        if (leftOut == 0) {
            return rows == 0 ? Status.error(predicted)
                    : new Status(remarks.isEmpty() ? IStatus.OK : IStatus.WARNING, PLUGIN,
                            English.quantity(rows, "sample") + " predicted." + remarks + "\n\n" + out);
        }
        Status[] details = unreadable.stream().map(words -> new Status(rows == 0 ? IStatus.ERROR : IStatus.WARNING, PLUGIN, words))
                .toArray(Status[]::new);
        return new MultiStatus(PLUGIN, 0, details, predicted + " " + English.quantity(leftOut, "sample")
                + " can't be used:\n" + some(unreadable) + remarks + "\n\n" + out, null);
    }

    /** Files by their names; what a table or a data set calls a sample is no path. */
    private static String shown(PredictionQuestion question, String sample) {
        return question.files().isEmpty() ? sample : String.valueOf(Path.of(sample).getFileName());
    }

    private static String some(List<String> lines) {
        return lines.stream().limit(MOST).collect(Collectors.joining("\n    ", "    ", ""))
                + (lines.size() > MOST ? "\n    and " + (lines.size() - MOST) + " more: see the details" : "");
    }

    /** Without the paths, which may tell who patients are. */
    @Override
    public String toString() {
        return "ChosenImages of " + paths.size();
    }
}
