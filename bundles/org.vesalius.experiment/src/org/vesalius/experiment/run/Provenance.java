// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that must be equal for two runs to give the same parameters, byte for byte.
 *
 * @param engine identifier of the engine
 * @param device identifier of its device
 * @param seed the seed
 * @param threads number of threads the engine computes with, at least 1
 * @param networkSha256 hash of the frozen network file, which names the blocks it uses by their hashes
 * @param manifestSha256 hash of the manifest of the data set (dataset.json and samples.csv)
 * @param splitSha256 hash over which sample is in which part
 * @param versions versions by name: vesalius, java, os, and what the engine's library adds
 */
public record Provenance(String engine, String device, long seed, int threads, String networkSha256,
        String manifestSha256, String splitSha256, Map<String, String> versions) {
    /** Copies the versions, sorted by name. */
    public Provenance {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(networkSha256, "networkSha256");
        Objects.requireNonNull(manifestSha256, "manifestSha256");
        Objects.requireNonNull(splitSha256, "splitSha256");
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** The same with more versions. */
    public Provenance withVersions(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(versions);
        all.putAll(more);
        return new Provenance(engine, device, seed, threads, networkSha256, manifestSha256, splitSha256, all);
    }
}
