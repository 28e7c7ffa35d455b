// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a single run takes otherwise than its experiment says.
 *
 * @param epochs number of epochs
 * @param seed the seed
 * @param engine identifier of the engine
 * @param device identifier of the device
 * @param runs the folder of all runs; otherwise {@code runs} beside the experiment
 * @param leaveOutUnreadable true to train without the samples that can't be read, whatever the experiment says
 * @param foldColumn the column that tells the folds of a cross-validation
 * @param fold the fold that tests
 * @param waivers why findings of these checks hold this run not back, by the ids of the checks
 */
public record RunOptions(OptionalInt epochs, OptionalLong seed, Optional<String> engine, Optional<String> device,
        Optional<Path> runs, boolean leaveOutUnreadable, Optional<String> foldColumn, Optional<String> fold,
        Map<String, String> waivers) {
    /** Copies the waivers. */
    public RunOptions {
        waivers = Map.copyOf(waivers);
    }

    /** Everything as the experiment says. */
    public static RunOptions none() {
        return new RunOptions(OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), false, Optional.empty(), Optional.empty(), Map.of());
    }

    /** With another number of epochs. */
    public RunOptions withEpochs(int number) {
        return new RunOptions(OptionalInt.of(number), seed, engine, device, runs, leaveOutUnreadable, foldColumn, fold, waivers);
    }

    /** With another seed. */
    public RunOptions withSeed(long number) {
        return new RunOptions(epochs, OptionalLong.of(number), engine, device, runs, leaveOutUnreadable, foldColumn, fold, waivers);
    }

    /** With another engine. */
    public RunOptions withEngine(String id) {
        return new RunOptions(epochs, seed, Optional.of(id), device, runs, leaveOutUnreadable, foldColumn, fold, waivers);
    }

    /** With another device. */
    public RunOptions withDevice(String id) {
        return new RunOptions(epochs, seed, engine, Optional.of(id), runs, leaveOutUnreadable, foldColumn, fold, waivers);
    }

    /** With another folder of runs. */
    public RunOptions withRuns(Path folder) {
        return new RunOptions(epochs, seed, engine, device, Optional.of(folder), leaveOutUnreadable, foldColumn, fold, waivers);
    }

    /** Without the samples that can't be read. */
    public RunOptions withLeaveOutUnreadable() {
        return new RunOptions(epochs, seed, engine, device, runs, true, foldColumn, fold, waivers);
    }

    /** With this fold to test. */
    public RunOptions withFold(String name) {
        return new RunOptions(epochs, seed, engine, device, runs, leaveOutUnreadable, foldColumn, Optional.of(name), waivers);
    }

    /** With a reason why what a check finds doesn't hold this run back. */
    public RunOptions withWaiver(String check, String reason) {
        Map<String, String> more = new HashMap<>(waivers);
        more.put(check, reason);
        return new RunOptions(epochs, seed, engine, device, runs, leaveOutUnreadable, foldColumn, fold, more);
    }
}
