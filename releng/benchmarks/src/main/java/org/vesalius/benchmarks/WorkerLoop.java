// SPDX-License-Identifier: EPL-2.0
package org.vesalius.benchmarks;

import java.io.IOException;
import java.time.Clock;

import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.encoding.FittedEncodings;
import org.vesalius.experiment.event.EventLogReader;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunControl;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.journal.RunJournal;
import org.vesalius.worker.spi.TrainableNetwork;
import org.vesalius.worker.state.TrainingState;
import org.vesalius.worker.train.Pace;
import org.vesalius.worker.measure.Scores;
import org.vesalius.worker.train.TrainingLoop;
import org.vesalius.worker.train.TrainingPlan;
import org.vesalius.worker.train.TrainingStore;

/**
 * The training loop of the worker, as a run has it: batches from the tensor cache, accuracy, an event for each batch, the
 * user's command. A block is one epoch; its speed is what the epoch's event says.
 */
final class WorkerLoop implements Subject {

    private final TrainingData data;
    private final TrainableNetwork network;
    private final TrainingSettings settings;
    private final RunFolder run;
    private final RunJournal journal;
    private final EventLogReader events;

    /**
     * @param run a prepared run of the same experiment, for its journal
     */
    WorkerLoop(TrainingData data, TrainableNetwork network, RunFolder run) throws IOException {
        this.data = data;
        this.network = network;
        this.run = run;
        settings = data.loaded().experiment().getTraining();
        journal = new RunJournal(run, Clock.systemUTC());
        events = new EventLogReader(run.events());
    }

    @Override
    public String name() {
        return "worker: harness and DL4J engine";
    }

    @Override
    public double block() throws IOException {
        settings.setEpochs(1);
        Scores scores = Scores.of(data.loaded().bindings(),
                FittedEncodings.fit(data.loaded().bindings(), data.loaded().dataset()));
        Pace pace = new Pace(new RunCommands(new RunControl(run)), state -> {});
        new TrainingLoop(network, TrainingPlan.of(settings, false), data.data(), scores, new NoStore(),
                pace, journal).run(TrainingState.FRESH);
        double speed = 0;
        for (RunEvent event : events.poll()) {
            speed = event instanceof EpochFinished epoch ? epoch.samplesPerSecond() : speed;
        }
        return speed;
    }

    @Override
    public void close() throws IOException {
        journal.close();
        network.close();
    }

    /** Keeps nothing: writing checkpoints is not what is measured. */
    private static final class NoStore implements TrainingStore {

        @Override
        public void epochDone(TrainingState state, boolean best) {
            // nothing is kept
        }

        @Override
        public void stopped(TrainingState state) {
            // nothing is kept
        }
    }
}
