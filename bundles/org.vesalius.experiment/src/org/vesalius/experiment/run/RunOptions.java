// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.nio.file.Path;
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
 */
public record RunOptions(OptionalInt epochs, OptionalLong seed, Optional<String> engine, Optional<String> device,
        Optional<Path> runs, boolean leaveOutUnreadable, Optional<String> foldColumn, Optional<String> fold) {
    /** Everything as the experiment says. */
    public static RunOptions none() {
        return new RunOptions(OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** With another number of epochs. */
    public RunOptions withEpochs(int number) {
        return new RunOptions(OptionalInt.of(number), seed, engine, device, runs, leaveOutUnreadable, foldColumn, fold);
    }

    /** With another seed. */
    public RunOptions withSeed(long number) {
        return new RunOptions(epochs, OptionalLong.of(number), engine, device, runs, leaveOutUnreadable, foldColumn, fold);
    }

    /** With another engine. */
    public RunOptions withEngine(String id) {
        return new RunOptions(epochs, seed, Optional.of(id), device, runs, leaveOutUnreadable, foldColumn, fold);
    }

    /** With another device. */
    public RunOptions withDevice(String id) {
        return new RunOptions(epochs, seed, engine, Optional.of(id), runs, leaveOutUnreadable, foldColumn, fold);
    }

    /** With another folder of runs. */
    public RunOptions withRuns(Path folder) {
        return new RunOptions(epochs, seed, engine, device, Optional.of(folder), leaveOutUnreadable, foldColumn, fold);
    }

    /** Without the samples that can't be read. */
    public RunOptions withLeaveOutUnreadable() {
        return new RunOptions(epochs, seed, engine, device, runs, true, foldColumn, fold);
    }

    /** With this fold to test. */
    public RunOptions withFold(String name) {
        return new RunOptions(epochs, seed, engine, device, runs, leaveOutUnreadable, foldColumn, Optional.of(name));
    }
}
