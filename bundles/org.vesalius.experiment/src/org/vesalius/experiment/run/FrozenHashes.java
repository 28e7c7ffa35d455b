// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.network.io.FrozenNetwork;

/**
 * SHA-256 of the files that are frozen in a run folder.
 *
 * @param network of the network
 * @param experiment of the experiment
 * @param manifest over one line "name, space, hash" for each of dataset.json and samples.csv
 * @param startWeights of the weights that training starts from; empty where there are none
 * @param encodings of how columns become numbers; empty in a run of an earlier version
 * @param arrayScales of how arrays are standardised; empty before training begins, and where none are
 */
public record FrozenHashes(String network, String experiment, String manifest, String startWeights, String encodings,
        String arrayScales) {
    /**
     * The hashes of the files as they are; empty for a file that is gone, which whoever loads it tells better.
     *
     * @throws IOException if a file can't be read
     */
    public static FrozenHashes of(RunFolder folder) throws IOException {
        return new FrozenHashes(hash(folder.network()), hash(folder.experiment()), manifestHash(folder.dataset()),
                hash(folder.startWeights()), hash(folder.encodings()), hash(folder.arrayScales()));
    }

    private static String hash(Path file) throws IOException {
        return Files.isRegularFile(file) ? ContentHash.sha256(file) : "";
    }

    private static String manifestHash(Path dataset) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String name : List.of(DatasetFiles.MANIFEST, DatasetFiles.SAMPLES)) {
            String hash = hash(dataset.resolve(name));
            if (hash.isEmpty()) {
                return "";
            }
            lines.append(name).append(' ').append(hash).append('\n');
        }
        return ContentHash.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What is no longer as the provenance of its run says, in the user's words.
     *
     * @param folder the run; its blocks are named by their content
     * @throws IOException if a file can't be read
     */
    List<String> changed(Provenance recorded, RunFolder folder) throws IOException {
        List<String> changed = new ArrayList<>();
        boolean blocks = blocksAreWhole(folder.network().resolveSibling(FrozenNetwork.BLOCKS));
        if (!blocks || differ(network, recorded.networkSha256())) {
            changed.add("network");
        }
        if (recorded.complete() && differ(experiment, recorded.experimentSha256())) {
            changed.add("experiment");
        }
        if (recorded.complete() && differ(manifest, recorded.manifestSha256())) {
            changed.add("data set");
        }
        if (differ(startWeights, recorded.startWeightsSha256())) {
            changed.add("start weights");
        }
        if (differ(encodings, recorded.encodingsSha256())) {
            changed.add("encoding of the columns");
        }
        if (differ(arrayScales, recorded.arrayScalesSha256())) {
            changed.add("scale of the arrays");
        }
        return changed;
    }

    private static boolean differ(String now, String then) {
        return !now.isEmpty() && !then.isEmpty() && !then.equals(now);
    }

    private static boolean blocksAreWhole(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (DirectoryStream<Path> blocks = Files.newDirectoryStream(folder, "*.block")) {
            for (Path block : blocks) {
                if (!FrozenNetwork.isWhole(block)) {
                    return false;
                }
            }
        }
        return true;
    }
}
