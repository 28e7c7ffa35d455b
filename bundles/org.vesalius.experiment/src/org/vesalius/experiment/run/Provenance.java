// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that must be equal for two runs to give the same parameters, byte for byte. Hashes are SHA-256 of the files as
 * they are frozen in the run folder; a run of an earlier version lacks some, which are then empty.
 *
 * @param engine identifier of the engine
 * @param device identifier of its device
 * @param seed the seed
 * @param threads number of threads the engine computes with, at least 1
 * @param networkSha256 hash of the frozen network file, which names the blocks it uses by their hashes
 * @param experimentSha256 hash of the frozen experiment
 * @param manifestSha256 hash over one line "name, space, hash" for each of dataset.json and samples.csv
 * @param startWeightsSha256 hash of the frozen weights that training starts from; empty where there are none
 * @param encodingsSha256 hash of how columns become numbers
 * @param arrayScalesSha256 hash of how arrays are standardised; empty before training begins, and where none are
 * @param splitSha256 hash over which sample is in which subset
 * @param columns what each column of the data set held when training began; empty before
 * @param versions versions by name: vesalius, the commit it was built from, java, os, and what the engine's library
 *        adds
 * @param fold the fold of a cross-validation that tests; {@link Fold#NONE} without one
 */
public record Provenance(String engine, String device, long seed, int threads, String networkSha256,
        String experimentSha256, String manifestSha256, String startWeightsSha256, String encodingsSha256,
        String arrayScalesSha256, String splitSha256,
        Map<String, ColumnHash> columns, Map<String, String> versions, Fold fold) {
    /** Copies the maps, sorted by name; hashes that an earlier version did not record are empty. */
    public Provenance {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(networkSha256, "networkSha256");
        Objects.requireNonNull(manifestSha256, "manifestSha256");
        Objects.requireNonNull(splitSha256, "splitSha256");
        experimentSha256 = Objects.requireNonNullElse(experimentSha256, "");
        startWeightsSha256 = Objects.requireNonNullElse(startWeightsSha256, "");
        encodingsSha256 = Objects.requireNonNullElse(encodingsSha256, "");
        arrayScalesSha256 = Objects.requireNonNullElse(arrayScalesSha256, "");
        columns = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(columns, Map.of())));
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        fold = Objects.requireNonNullElse(fold, Fold.NONE);
    }

    /** As earlier versions recorded it: the manifest's hash was that of the files outside the run folder. */
    public Provenance(String engine, String device, long seed, int threads, String networkSha256, String manifestSha256,
            String splitSha256, Map<String, String> versions) {
        this(engine, device, seed, threads, networkSha256, "", manifestSha256, "", "", "", splitSha256, Map.of(), versions,
                Fold.NONE);
    }

    /** Whether the hashes are those of all frozen files, so that a change of one shows. */
    public boolean complete() {
        return !experimentSha256.isEmpty();
    }

    /** The same with more versions. */
    public Provenance withVersions(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(versions);
        all.putAll(more);
        return new Provenance(engine, device, seed, threads, networkSha256, experimentSha256, manifestSha256,
                startWeightsSha256, encodingsSha256, arrayScalesSha256, splitSha256, columns, all, fold);
    }

    /** The same with the hashes of these frozen files. */
    public Provenance withFiles(FrozenHashes files) {
        return new Provenance(engine, device, seed, threads, files.network(), files.experiment(), files.manifest(),
                files.startWeights(), files.encodings(), files.arrayScales(), splitSha256, columns, versions, fold);
    }

    /** The same with what the columns of the data set hold. */
    public Provenance withColumns(Map<String, ColumnHash> held) {
        return new Provenance(engine, device, seed, threads, networkSha256, experimentSha256, manifestSha256,
                startWeightsSha256, encodingsSha256, arrayScalesSha256, splitSha256, held, versions, fold);
    }

    /**
     * What a column of a data set holds.
     *
     * @param sha256 SHA-256 over the samples and their values; for images, over the content of their files
     * @param reader id and version of what turns the values into images; empty for columns that hold their values
     * themselves
     */
    public record ColumnHash(String sha256, String reader) {
        /** Neither may be null. */
        public ColumnHash {
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(reader, "reader");
        }
    }

    /**
     * A fold of a cross-validation.
     *
     * @param column the column of the data set that tells the folds
     * @param test the fold that tests
     * @param folds how many there are
     */
    public record Fold(String column, String test, int folds) {
        /** No cross-validation. */
        public static final Fold NONE = new Fold("", "", 0);

        /** No text may be null. */
        public Fold {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(test, "test");
        }
    }
}
