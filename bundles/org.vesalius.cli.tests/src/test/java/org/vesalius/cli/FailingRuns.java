// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.nio.file.Path;
import java.util.function.Supplier;

import org.vesalius.core.progress.Progress;
import org.vesalius.engine.run.ComputeTarget;
import org.vesalius.engine.run.RunPreparer;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;

/**
 * Runs that can't be prepared.
 *
 * @param reason what every method throws
 */
record FailingRuns(Supplier<? extends Error> reason) implements RunPreparer {

    @Override
    public ComputeTarget target(Path experiment, RunOptions options) {
        throw reason.get();
    }

    @Override
    public RunFolder prepare(Path experiment, RunOptions options, Progress progress) {
        throw reason.get();
    }

    @Override
    public void prepareResumption(RunFolder folder) {
        throw reason.get();
    }
}
