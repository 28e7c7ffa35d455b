// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord.RunProgress;
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
     * @param notices is given the code and the text of what the user has to know: a damaged checkpoint or best model
     * @return the training state to go on in; {@link TrainingState#FRESH} without a checkpoint
     * @throws ReportedException if there are or should be checkpoints and none can be used
     */
    public TrainingState resume(TrainableNetwork network, BiConsumer<String, String> notices) {
        try {
            TrainingState state = new NewestCheckpoint(checkpoints, notices).load(network).orElseGet(this::fresh);
            stopped.rewindTo(-1);
            checkpoints.rewindTo(state.epoch());
            best.rewindTo(state.epoch());
            // what a crash left of those that were being removed
            checkpoints.keepNewest(KEPT);
            best.keepNewest(KEPT);
            return withBest(state, notices);
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
        return Stream.of(stopped, checkpoints).flatMap(RunModels::newest)
                .mapToInt(model -> model.state().best().epoch()).reduce(recorded().bestEpoch(), Math::max);
    }

    private RunProgress recorded() {
        return folder.exists() ? new RunRecordFile(folder).read().progress() : RunProgress.NONE;
    }

    /** After a crash between the two, the model is among the checkpoints and not yet among the best. */
    private StoredModel ofEpoch(int epoch) {
        return Stream.of(best, checkpoints).flatMap(RunModels::all).filter(model -> isWhole(model, epoch)).findFirst()
                .orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT,
                        "The best model of the run, that of epoch " + epoch + ", is missing or damaged.",
                        folder.best(), "Bring the folder back from a copy, or train the experiment again."));
    }

    private StoredModel anyNewest() {
        StoredModel model = Stream.of(best, stopped, checkpoints).flatMap(RunModels::newest)
                .filter(found -> isWhole(found, found.state().epoch())).findFirst()
                .orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT, "The run has no model yet.",
                        folder.path(), "Wait for its first epoch, or resume it if it has ended."));
        if (model.state().course().astray()) {
            throw new ReportedException(ErrorKind.TRAINING_FAILED,
                    "The training of the run diverged, so it has no model to use.", folder.path(),
                    "Train again with a lower learning rate.");
        }
        return model;
    }

    /** Epochs that are done left checkpoints: without these nothing is trained silently from the beginning. */
    private TrainingState fresh() {
        if (recorded().epochsDone() > 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "All checkpoints of the run are gone.",
                    folder.checkpoints(), "Bring the folder back from a copy, or start the experiment again.");
        }
        return TrainingState.FRESH;
    }

    /**
     * Sees to it that the best model is there. A crash right after a checkpoint may have come before its copy among the
     * best models; one that is damaged for good is given up, and the best epoch chosen anew from here on.
     */
    private TrainingState withBest(TrainingState state, BiConsumer<String, String> notices) throws IOException {
        int epoch = state.best().epoch();
        if (epoch == 0 || all(best).anyMatch(model -> isWhole(model, epoch))) {
            return state;
        }
        Optional<StoredModel> copy = all(checkpoints).filter(model -> isWhole(model, epoch)).findFirst();
        if (copy.isPresent()) {
            best.add(copy.get());
            return state;
        }
        notices.accept("best-model.damaged", "The best model so far, that of epoch " + epoch
                + ", is missing or damaged. The best one is now chosen among the epochs after epoch " + state.epoch() + ".");
        return state.withoutBest();
    }

    private static boolean isWhole(StoredModel model, int epoch) {
        try {
            return model.state().epoch() == epoch && model.fault().isEmpty();
        } catch (IOException e) {
            LOG.warn("the model of epoch {} can't be read", epoch, LoggedFailure.of(e));
            return false;
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
