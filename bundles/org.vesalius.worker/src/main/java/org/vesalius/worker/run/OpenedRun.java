// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.encoding.ArrayScale;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.encoding.FittedFile;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.worker.checkpoint.StoredModel;
import org.vesalius.worker.data.DataOpening;
import org.vesalius.worker.data.OpenedData;
import org.vesalius.worker.measure.Scores;
import org.vesalius.worker.spi.TrainableNetwork;

/**
 * A run with its network built and its data opened.
 *
 * @param built the network
 * @param data the data
 * @param scores scores its outputs
 */
public record OpenedRun(BuiltNetwork built, OpenedData data, Scores scores) implements AutoCloseable {
    /**
     * Opens a run. The library loads its native code while the data are opened.
     *
     * @param needed the subsets whose samples have to be readable
     * @param progress told how far decoding is; can cancel it
     * @throws org.vesalius.core.ReportedException if something is missing, damaged, or can't be trained
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static OpenedRun open(RunFolder folder, WorkerContext context, Set<Subset> needed,
            Progress progress) {
        BuiltNetwork.Warming warming = BuiltNetwork.Warming.start(folder, context);
        ColumnReaders readers = context.experiments().readers();
        FittedEncodings encodings = encodings(folder, warming.loaded());
        FittedFile<ArrayScale> scales = FittedFile.arrayScales(folder.arrayScales());
        Map<String, ArrayScale> known = scales.read().orElse(Map.of());
        DataOpening opening = new DataOpening(warming.loaded(), encodings, known, readers, context.folders().cache());
        OpenedData data = opening.open(needed, progress);
        if (!opening.scales().equals(known)) {
            write(scales, opening.scales());
        }
        return new OpenedRun(warming.build(context), data, Scores.of(warming.loaded().bindings(), encodings));
    }

    /** How the columns of a run become numbers; runs of earlier versions have no file of it. */
    static FittedEncodings encodings(RunFolder folder, LoadedExperiment loaded) {
        return FittedFile.encodings(folder.encodings()).read().map(FittedEncodings::new)
                .orElseGet(() -> FittedEncodings.fit(loaded.bindings(), loaded.dataset()));
    }

    private static void write(FittedFile<ArrayScale> file, Map<String, ArrayScale> scales) {
        try {
            file.write(scales);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The run folder can't be written.",
                    "Check that it may be written and that the disk has space left.", e);
        }
    }

    /** The frozen experiment. */
    public LoadedExperiment loaded() {
        return built.loaded();
    }

    /** The frozen settings. */
    public TrainingSettings settings() {
        return built.settings();
    }

    /** The network. */
    public TrainableNetwork network() {
        return built.network();
    }

    /**
     * Loads the best model of the run into the network.
     *
     * @return the model
     * @throws org.vesalius.core.ReportedException if the run has no model
     * @throws IOException if it can't be read
     */
    public StoredModel loadBest(RunFolder folder) throws IOException {
        return built.loadBest(folder);
    }

    @Override
    public void close() throws IOException {
        built.close();
        data.close();
    }
}
