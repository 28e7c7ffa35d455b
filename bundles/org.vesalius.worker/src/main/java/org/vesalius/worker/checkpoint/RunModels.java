// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.worker.spi.TrainableNetwork;
import org.vesalius.worker.state.TrainingState;

/** The models of a run: the last two checkpoints, the best ones, and the weights that a stopped run ended with. */
public final class RunModels {
    private static final Logger LOG = LoggerFactory.getLogger(RunModels.class);

    /** One more than needed, so that the best model of the checkpoint before the last is there too. */
    private static final int KEPT = 2;

    private final RunFolder folder;
    private final ModelStore checkpoints;
    private final ModelStore best;
    private final ModelStore stopped;

    /** @param folder the run */
    public RunModels(RunFolder folder) {
        this.folder = folder;
        checkpoints = new ModelStore(folder.checkpoints());
        best = new ModelStore(folder.best());
        stopped = new ModelStore(folder.stopped());
    }

    /**
     * Loads the newest checkpoint that is whole into a network, and removes what came after it, so that the run can go
     * on from there.
     *
     * @return the training state to go on in; {@link TrainingState#FRESH} without a checkpoint
     * @throws ReportedException if there are checkpoints and none can be used
     */
    public TrainingState resume(TrainableNetwork network) {
        try {
            TrainingState state = loadNewest(network);
            stopped.rewindTo(-1);
            checkpoints.rewindTo(state.epoch());
            best.rewindTo(state.epoch());
            restoreBest(state);
            return state;
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The checkpoints can't be read.", folder.checkpoints(),
                    "Check the permissions of the folder and the disk.", e);
        }
    }

    /**
     * Keeps a network after an epoch: as a checkpoint, and as the best model if it is one.
     *
     * @throws ReportedException if it can't be written; the checkpoints before are then as they were
     */
    public StoredModel keep(TrainableNetwork network, TrainingState state, boolean isBest) {
        try {
            StoredModel model = checkpoints.save(network, state);
            if (isBest) {
                best.add(model);
                best.keepNewest(KEPT);
            }
            checkpoints.keepNewest(KEPT);
            return model;
        } catch (IOException e) {
            throw full("The model after epoch " + state.epoch(), e);
        }
    }

    /**
     * Keeps the weights of a run that ends within an epoch.
     *
     * @throws ReportedException if they can't be written
     */
    public void keepStopped(TrainableNetwork network, TrainingState state) {
        try {
            stopped.save(network, state);
        } catch (IOException e) {
            throw full("The model of the stopped run", e);
        }
    }

    /**
     * The model to use: the best one; if no epoch was ever measured, the weights that the run was stopped with.
     *
     * @throws ReportedException if the run has no model yet, or its best one is gone: another would give other figures
     */
    public StoredModel forUse() {
        try {
            int bestEpoch = bestEpoch();
            return bestEpoch > 0 ? ofEpoch(bestEpoch) : anyNewest();
        } catch (UncheckedIOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The models of the run can't be read.", folder.path(),
                    "Check the permissions of the folder and the disk.", e);
        }
    }

    /** As the run's record says, or a model: the record may be older, and each model may be damaged. */
    private int bestEpoch() {
        int recorded = folder.exists() ? new RunRecordFile(folder).read().progress().bestEpoch() : 0;
        return Stream.of(stopped, checkpoints).flatMap(RunModels::newest)
                .mapToInt(model -> model.state().best().epoch()).reduce(recorded, Math::max);
    }

    /** After a crash between the two, the model is among the checkpoints and not yet among the best. */
    private StoredModel ofEpoch(int epoch) {
        return Stream.of(best, checkpoints).flatMap(RunModels::all).filter(model -> model.state().epoch() == epoch)
                .findFirst().orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT,
                        "The best model of the run, that of epoch " + epoch + ", is missing or damaged.",
                        folder.best(), "Bring the folder back from a copy, or train the experiment again."));
    }

    private StoredModel anyNewest() {
        return Stream.of(best, stopped, checkpoints).flatMap(RunModels::newest).findFirst()
                .orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT, "The run has no model yet.",
                        folder.path(), "Wait for its first epoch, or resume it if it has ended."));
    }

    private TrainingState loadNewest(TrainableNetwork network) throws IOException {
        for (StoredModel model : checkpoints.newestFirst()) {
            if (loads(network, model)) {
                return model.state();
            }
        }
        if (!checkpoints.newestFirst().isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "All checkpoints of the run are damaged.",
                    folder.checkpoints(), "Start the experiment again for another run.");
        }
        return TrainingState.FRESH;
    }

    private static boolean loads(TrainableNetwork network, StoredModel model) {
        try {
            network.load(model.model());
            boolean same = network.parametersSha256().equals(model.state().parametersSha256());
            if (!same) {
                LOG.warn("the checkpoint of epoch {} holds other parameters than it says; the one before has to do",
                        model.state().epoch());
            }
            return same;
        } catch (IOException | ReportedException e) {
            LOG.warn("the checkpoint of epoch {} can't be loaded; the one before has to do", model.state().epoch(), e);
            return false;
        }
    }

    /** A crash right after a checkpoint may have come before its copy among the best models. */
    private void restoreBest(TrainingState state) throws IOException {
        if (state.epoch() == 0 || state.best().epoch() != state.epoch()) {
            return;
        }
        boolean there = best.newestFirst().stream().anyMatch(model -> model.state().epoch() == state.epoch());
        if (!there) {
            best.add(checkpoints.newestFirst().get(0));
        }
    }

    private static Stream<StoredModel> newest(ModelStore store) {
        return all(store).limit(1);
    }

    private static Stream<StoredModel> all(ModelStore store) {
        try {
            return store.newestFirst().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReportedException full(String what, IOException cause) {
        return new ReportedException(ErrorKind.ENVIRONMENT,
                what + " can't be written to " + folder.path() + " (" + cause.getMessage() + "); " + whatIsKept() + ".",
                folder.path(), "Free space on the disk, then resume the run.", cause);
    }

    private String whatIsKept() {
        Optional<StoredModel> newest = newest(checkpoints).findFirst();
        return newest.map(model -> "the checkpoint of epoch " + model.state().epoch() + " is kept")
                .orElse("there is no checkpoint yet");
    }
}
