// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import org.vesalius.experiment.event.RunEvent.CheckpointSaved;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.worker.checkpoint.RunModels;
import org.vesalius.worker.checkpoint.StoredModel;
import org.vesalius.worker.journal.RunJournal;
import org.vesalius.worker.spi.TrainableNetwork;
import org.vesalius.worker.state.TrainingState;
import org.vesalius.worker.train.TrainingStore;

/** Keeps the models of a run, and says so. */
final class RunStore implements TrainingStore {
    private final RunFolder folder;
    private final TrainableNetwork network;
    private final RunModels models;
    private final RunJournal journal;

    RunStore(RunFolder folder, TrainableNetwork network, RunModels models, RunJournal journal) {
        this.folder = folder;
        this.network = network;
        this.models = models;
        this.journal = journal;
    }

    @Override
    public void epochDone(TrainingState state, boolean isBest) {
        StoredModel model = models.keep(network, state, isBest);
        String place = folder.path().relativize(model.folder()).toString().replace('\\', '/');
        journal.event(new CheckpointSaved(journal.clock().instant(), state.epoch(), place, state.parametersSha256()));
        journal.update(record -> record
                .withProgress(record.progress().withEpoch(state.epoch(), state.parametersSha256())
                        .withBest(state.best().epoch(), state.best().parametersSha256())));
    }

    @Override
    public void stopped(TrainingState state) {
        models.keepStopped(network, state);
        journal.log("weights kept in " + RunFolder.STOPPED);
    }
}
