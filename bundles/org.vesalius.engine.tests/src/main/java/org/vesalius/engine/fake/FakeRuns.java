// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.engine.run.ComputeTarget;
import org.vesalius.engine.run.RunPreparer;
import org.vesalius.experiment.run.Provenance;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunResumption;

/**
 * Prepares runs of experiments that are a text file with the {@link FakeWorker}'s script; no network, no data. The run
 * folder gets the script under the name of the frozen experiment.
 */
public final class FakeRuns implements RunPreparer {

    private final Path runs;

    /** Run folders go to a folder unless the options name another. */
    public FakeRuns(Path runs) {
        this.runs = runs;
    }

    @Override
    public ComputeTarget target(Path experiment, RunOptions options) {
        if (!Files.exists(experiment)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no such experiment", experiment,
                    "Check the name");
        }
        return new ComputeTarget(options.engine().orElse(FakeEngine.ID), options.device().orElse("cpu"));
    }

    @Override
    public RunFolder prepare(Path experiment, RunOptions options, Progress progress) {
        ComputeTarget target = target(experiment, options);
        long seed = options.seed().orElse(42);
        int epochs = options.epochs().orElse(2);
        try {
            return RunFolder.create(options.runs().orElse(runs), "fake", seed, Instant.now(), folder -> {
                Files.copy(experiment, folder.experiment());
                Provenance provenance = new Provenance(target.engine(), target.device(), seed, 2, "", "", "",
                        Map.of());
                new RunRecordFile(folder).write(RunRecord.prepared("fake", provenance, epochs, Instant.now()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void prepareResumption(RunFolder folder) {
        new RunResumption(Clock.systemUTC()).prepare(folder);
    }
}
