// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunIntegrity;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.network.Network;
import org.vesalius.worker.checkpoint.RunModels;
import org.vesalius.worker.checkpoint.StoredModel;
import org.vesalius.worker.measure.Scores;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.NetworkLibrary;
import org.vesalius.worker.spi.TrainableNetwork;

/**
 * The network of a run, built by its library.
 *
 * @param loaded the frozen experiment
 * @param library the library
 * @param network the network
 */
public record BuiltNetwork(LoadedExperiment loaded, NetworkLibrary library, TrainableNetwork network)
        implements AutoCloseable {
    /**
     * Builds the network of a run.
     *
     * @throws org.vesalius.core.ReportedException if something is missing, damaged, or can't be trained
     */
    public static BuiltNetwork of(RunFolder folder, WorkerContext context) {
        Warming warming = Warming.start(folder, context);
        return warming.build(context);
    }

    /** The frozen settings. */
    public TrainingSettings settings() {
        return loaded.experiment().getTraining();
    }

    /** How the columns of the run become numbers. */
    public FittedEncodings encodings(RunFolder folder) {
        return OpenedRun.encodings(folder, loaded);
    }

    /** Scores the outputs of the run. */
    public Scores scores(RunFolder folder) {
        return Scores.of(loaded.bindings(), encodings(folder));
    }

    /**
     * Loads the best model of the run into the network.
     *
     * @return the model
     * @throws org.vesalius.core.ReportedException if the run has no model
     * @throws IOException if it can't be read
     */
    public StoredModel loadBest(RunFolder folder) throws IOException {
        StoredModel model = new RunModels(folder).forUse();
        network.load(model.model());
        return model;
    }

    @Override
    public void close() {
        network.close();
    }

    /** A library that loads its native code on a thread of its own, while this thread does something else. */
    record Warming(LoadedExperiment loaded, NetworkLibrary library, CompletableFuture<Void> warm) {
        static Warming start(RunFolder folder, WorkerContext context) {
            new RunIntegrity(folder).requireFiles(new RunRecordFile(folder).read().provenance());
            LoadedExperiment loaded = new ExperimentLoader(context.experiments()).load(folder.experiment());
            TrainingSettings settings = loaded.experiment().getTraining();
            NetworkLibrary library = context.libraries().of(settings.getEngine());
            LibraryContext place = place(settings, context);
            return new Warming(loaded, library,
                    CompletableFuture.runAsync(() -> library.warmUp(place), work -> thread(work).start()));
        }

        /** Builds the network as soon as the library is ready. */
        BuiltNetwork build(WorkerContext context) {
            await(warm);
            TrainingSettings settings = loaded.experiment().getTraining();
            return new BuiltNetwork(loaded, library, library.build(computed(), settings, place(settings, context)));
        }

        private static LibraryContext place(TrainingSettings settings, WorkerContext context) {
            return new LibraryContext(settings.getDevice(), settings.getThreads(), settings.getSeed(),
                    context.experiments().layers());
        }

        /** The network with its blocks laid out layer by layer. */
        private Network computed() {
            return loaded.analysis().expanded().orThrow().network();
        }

        private static Thread thread(Runnable work) {
            Thread thread = new Thread(work, "library");
            thread.setDaemon(true);
            return thread;
        }

        private static void await(CompletableFuture<Void> warm) {
            try {
                warm.join();
            } catch (CompletionException e) {
                throw unwrapped(e);
            }
        }

        private static RuntimeException unwrapped(CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            return e.getCause() instanceof RuntimeException exception ? exception : e;
        }
    }
}
