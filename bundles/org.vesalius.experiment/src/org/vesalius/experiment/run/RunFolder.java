// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.vesalius.core.io.PatientMove;

/**
 * The folder of one run and the names in it.
 *
 * @param path the folder itself, absolute
 */
public record RunFolder(Path path) {
    /** Name of the run record. */
    public static final String RECORD = "run.json";
    /** Name of the frozen network. */
    public static final String NETWORK = "network.network";
    /** Name of the folder beside an experiment that holds its runs. */
    public static final String RUNS = "runs";
    /** Name of the frozen experiment. */
    public static final String EXPERIMENT = "experiment.experiment";
    /** Name of the folder with the frozen manifest of the data set; the images stay where they are. */
    public static final String DATASET = "dataset";
    /** Name of the event log. */
    public static final String EVENTS = "events.jsonl";
    /** Name of the file with the user's command. */
    public static final String CONTROL = "control";
    /** Name of the frozen weights that training starts from. */
    public static final String START_WEIGHTS = "start.safetensors";
    /** Name of the folder of checkpoints. */
    public static final String CHECKPOINTS = "checkpoints";
    /** Name of the folder of the best model so far. */
    public static final String BEST = "best";
    /** Name of the folder of the weights that a stopped run ended with, within an epoch. */
    public static final String STOPPED = "stopped";
    /** Name of the file of predictions on the validation and test parts. */
    public static final String PREDICTIONS = "predictions.csv";
    /** Name of the file of metrics on the validation and test parts. */
    public static final String EVALUATION = "evaluation.json";
    /** Name of the file that tells what each sample held when training began. */
    public static final String SAMPLE_HASHES = "hashes.json";
    /** Name of the file that tells how the columns of the data set become numbers. */
    public static final String ENCODINGS = "encodings.json";
    /** Name of the file that tells how arrays are standardised. */
    public static final String ARRAY_SCALES = "array-scales.json";
    /** Name of the log of the worker, for a technician. */
    public static final String LOG = "log.txt";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** Stands between the names of an experiment and of the fold that a run of it tests. */
    public static final String FOLD = "-fold-";

    private static final int LONGEST_NAME = 60;

    /** Makes the path absolute. */
    public RunFolder {
        path = Objects.requireNonNull(path, "path").toAbsolutePath().normalize();
    }

    /** Puts the first files into the folder of a new run. */
    @FunctionalInterface
    public interface Filler {
        /**
         * Writes the files; what it throws makes the new folder vanish.
         *
         * @param folder a folder with a temporary name
         * @throws IOException if a file can't be written
         */
        void fill(RunFolder folder) throws IOException;
    }

    /**
     * Creates {@code <time>_<name>_<seed>} with its first files. The folder appears complete or not at all; of several
     * processes that ask for the same name at once each gets a folder of its own ({@code …-2}, {@code …-3}).
     *
     * @param runs the folder of all runs; created if it isn't there
     * @param name name of the experiment; what doesn't belong into a file name becomes a hyphen
     * @param seed the seed of the run
     * @param time the start of the run, written in UTC
     * @param filler writes the first files, at least one
     * @throws IOException if the folder can't be created or filled; nothing is then left behind
     */
    public static RunFolder create(Path runs, String name, long seed, Instant time, Filler filler)
            throws IOException {
        Files.createDirectories(runs);
        Path temporary = Files.createDirectory(runs.resolve(".preparing-" + UUID.randomUUID()));
        try {
            filler.fill(new RunFolder(temporary));
            return moveToFreeName(temporary, runs, TIME.format(time) + "_" + fileName(name) + "_" + seed);
        } finally {
            FolderTree.deleteIfExists(temporary);
        }
    }

    /** Whether this is the folder of a run: it has a run record. */
    public boolean exists() {
        return Files.isRegularFile(record());
    }

    /** The name of the run: that of its folder. */
    public String name() {
        return path.getFileName().toString();
    }

    /**
     * The fold of a cross-validation that the run tests, as its name tells; empty for another run.
     *
     * @param experiment the name of its experiment
     */
    public Optional<String> fold(String experiment) {
        String timeless = name().substring(name().indexOf('_') + 1);
        String start = fileName(experiment) + FOLD;
        int end = timeless.lastIndexOf('_');
        return timeless.startsWith(start) && end > start.length() ? Optional.of(timeless.substring(start.length(), end))
                : Optional.empty();
    }

    /** The run record. */
    public Path record() {
        return path.resolve(RECORD);
    }

    /** The frozen network. */
    public Path network() {
        return path.resolve(NETWORK);
    }

    /** The frozen weights that training starts from; there only if the experiment names some. */
    public Path startWeights() {
        return path.resolve(START_WEIGHTS);
    }

    /** The frozen experiment. */
    public Path experiment() {
        return path.resolve(EXPERIMENT);
    }

    /** The folder with the frozen manifest of the data set. */
    public Path dataset() {
        return path.resolve(DATASET);
    }

    /** The event log. */
    public Path events() {
        return path.resolve(EVENTS);
    }

    /** The file with the user's command. */
    public Path control() {
        return path.resolve(CONTROL);
    }

    /** The folder of checkpoints. */
    public Path checkpoints() {
        return path.resolve(CHECKPOINTS);
    }

    /** The folder of the best model so far. */
    public Path best() {
        return path.resolve(BEST);
    }

    /** The folder of the weights that a stopped run ended with. */
    public Path stopped() {
        return path.resolve(STOPPED);
    }

    /** The predictions on the validation and test parts. */
    public Path predictions() {
        return path.resolve(PREDICTIONS);
    }

    /** The metrics on the validation and test parts. */
    public Path evaluation() {
        return path.resolve(EVALUATION);
    }

    /** What each sample held when training began. */
    public Path sampleHashes() {
        return path.resolve(SAMPLE_HASHES);
    }

    /** How arrays are standardised; there once the training of such a run has begun. */
    public Path arrayScales() {
        return path.resolve(ARRAY_SCALES);
    }

    /** How the columns of the data set become numbers; a run of an earlier version has none. */
    public Path encodings() {
        return path.resolve(ENCODINGS);
    }

    /** The log of the worker. */
    public Path log() {
        return path.resolve(LOG);
    }

    private static RunFolder moveToFreeName(Path temporary, Path runs, String name) throws IOException {
        for (int attempt = 1;; attempt++) {
            Path target = runs.resolve(attempt == 1 ? name : name + "-" + attempt);
            if (Files.exists(target)) {
                continue;
            }
            try {
                // a folder that another process put there in between isn't empty, so that the rename fails
                PatientMove.ofFolders().move(temporary, target);
                return new RunFolder(target);
            } catch (IOException e) {
                if (!Files.exists(target)) {
                    throw e;
                }
            }
        }
    }

    private static String fileName(String name) {
        String plain = name.strip().replaceAll("[^\\p{L}\\p{N}.-]+", "-").replaceAll("^[.-]+", "");
        String shortened = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        return shortened.isEmpty() ? "run" : shortened;
    }
}
