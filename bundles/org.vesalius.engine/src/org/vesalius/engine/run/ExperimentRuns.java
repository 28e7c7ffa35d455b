// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import org.vesalius.core.progress.Progress;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.prepare.RunPreparation;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunResumption;

/** Prepares runs of {@code .experiment} files. */
public final class ExperimentRuns implements RunPreparer {

    private final ExperimentContext context;
    private final Clock clock;

    /** Prepares runs with the layer types and readers of a context; the clock names the run folders. */
    public ExperimentRuns(ExperimentContext context, Clock clock) {
        this.context = Objects.requireNonNull(context, "context");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public ComputeTarget target(Path experiment, RunOptions options) {
        // an experiment without settings is refused when it is checked; until then the defaults do
        TrainingSettings training = Optional.ofNullable(new ExperimentFiles().load(experiment).getTraining())
                .orElseGet(ExperimentFactory.eINSTANCE::createTrainingSettings);
        return new ComputeTarget(options.engine().orElse(training.getEngine()),
                options.device().orElse(training.getDevice()));
    }

    @Override
    public RunFolder prepare(Path experiment, RunOptions options, Progress progress) {
        return new RunPreparation(context, clock).prepare(experiment, options, progress);
    }

    @Override
    public void prepareResumption(RunFolder folder) {
        new RunResumption(clock).prepare(folder);
    }
}
