// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.event.EventLogWriter;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.run.Provenance;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunProcess;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;

/** A run folder as a worker writes it, written by the test instead; ten epochs of four batches are planned. */
final class SimulatedRun {

    private static final int EPOCHS = 10;
    private static final int BATCHES = 4;

    private final RunFolder folder;

    private SimulatedRun(RunFolder folder) {
        this.folder = folder;
    }

    /** Creates a run that trains, answered for by this very process. */
    static SimulatedRun training(Path runs, String experiment) throws IOException {
        return training(runs, experiment, Instant.now());
    }

    /** Creates a run that trains and was prepared at that time. */
    static SimulatedRun training(Path runs, String experiment, Instant created) throws IOException {
        Provenance provenance = new Provenance("dl4j", "cpu", 42, 2, "a", "b", "c", Map.of());
        RunFolder folder = RunFolder.create(runs, experiment, 42, created, fresh -> new RunRecordFile(fresh)
                .write(RunRecord.prepared(experiment, provenance, EPOCHS, created)));
        SimulatedRun run = new SimulatedRun(folder);
        run.goTo(RunState.STARTING, "");
        run.goTo(RunState.RUNNING, "");
        run.append(new RunStarted(Instant.now(), 1, EPOCHS, BATCHES, 128, 32, 0));
        return run;
    }

    RunFolder folder() {
        return folder;
    }

    /** Trains an epoch whose batches and metrics have this loss. */
    void epoch(int epoch, double loss) throws IOException {
        for (int batch = 1; batch <= BATCHES; batch++) {
            append(new BatchFinished(Instant.now(), epoch, (epoch - 1L) * BATCHES + batch, metrics(loss, 0.5),
                    0.001, 32));
        }
        append(new EpochFinished(Instant.now(), epoch, metrics(loss, 0.75), metrics(loss * 1.1, 0.7), 2, 64,
                epoch == 1));
    }

    /** Finishes an epoch of a network with several outputs. */
    void epochOfOutputs(int epoch, MetricValues training, MetricValues validation) throws IOException {
        append(new EpochFinished(Instant.now(), epoch, training, validation, 2, 64, epoch == 1));
    }

    private static MetricValues metrics(double loss, double accuracy) {
        return MetricValues.NONE.with(Metric.LOSS, loss).with(Metric.ACCURACY, accuracy);
    }

    void goTo(RunState state, String why) throws IOException {
        new RunRecordFile(folder).update(record -> record.withState(state, why, Instant.now()));
    }

    /** Leaves the run to a process that is gone, as after a kill. */
    void loseWorker() throws IOException {
        RunProcess own = RunProcess.current();
        RunProcess gone = new RunProcess(own.host(), own.pid(), own.start().minusSeconds(3600));
        new RunRecordFile(folder).update(record -> record.withProcess(gone));
    }

    /** Tells that the worker was lost and is started again. */
    void restart(String why) throws IOException {
        append(new Notice(Instant.now(), Severity.WARNING, Notice.WORKER_RESTARTED, why));
    }

    void evaluate(String json) throws IOException {
        Files.writeString(folder.evaluation(), json);
    }

    private void append(RunEvent event) throws IOException {
        try (EventLogWriter log = new EventLogWriter(folder.events())) {
            log.append(event);
        }
    }
}
