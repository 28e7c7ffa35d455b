// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.worker.data.DataOpening;
import org.vesalius.worker.data.OpenedData;
import org.vesalius.worker.data.Subsets;

/**
 * The chest-phantom example, cut down to some batches to train on.
 *
 * @param loaded the experiment with its network
 * @param data its images in the tensor cache
 */
record TrainingData(LoadedExperiment loaded, OpenedData data) implements AutoCloseable {

    /**
     * Opens the example.
     *
     * @param experiment the file of the experiment
     * @param installed layer types and readers
     * @param cache folder of the tensor cache
     * @param batches how many batches an epoch shall have
     */
    static TrainingData open(Path experiment, Installation installed, Path cache, int batches) {
        LoadedExperiment loaded = new ExperimentLoader(ExperimentContext.of(installed)).load(experiment);
        FittedEncodings encodings = FittedEncodings.fit(loaded.bindings(), loaded.dataset());
        OpenedData all = new DataOpening(loaded, encodings, Map.of(), installed.readers(), cache).open(Set.of(Subset.values()),
                Progress.none());
        int count = batches * loaded.experiment().getTraining().getBatchSize();
        int[] training = Arrays.copyOf(all.subsets().training(), Math.min(count, all.subsets().training().length));
        Subsets subsets = new Subsets(training, new int[0], new int[0]);
        return new TrainingData(loaded, new OpenedData(all.samples(), subsets, all.inputs(), all.targets(),
                all.assembler(), all.leftOut(), all.incomplete(), all.hashes()));
    }

    @Override
    public void close() throws IOException {
        data.close();
    }
}
