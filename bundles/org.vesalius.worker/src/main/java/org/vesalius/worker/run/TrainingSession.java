// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.vesalius.core.English;
import org.vesalius.core.check.Severity;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.io.StartWeights;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.experiment.run.ProjectDataset;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunState;
import org.vesalius.worker.checkpoint.RunModels;
import org.vesalius.worker.checkpoint.StoredModel;
import org.vesalius.worker.control.RunCommands;
import org.vesalius.worker.data.ClassWeights;
import org.vesalius.worker.data.OpenedData;
import org.vesalius.worker.device.DevicePlace;
import org.vesalius.worker.device.DeviceQueue;
import org.vesalius.worker.device.DeviceUse;
import org.vesalius.worker.journal.RunJournal;
import org.vesalius.worker.measure.FinalMeasurement;
import org.vesalius.worker.measure.Predictor;
import org.vesalius.worker.spi.Remark;
import org.vesalius.worker.state.TrainingState;
import org.vesalius.worker.train.LoopEnd;
import org.vesalius.worker.train.Pace;
import org.vesalius.worker.train.TrainingLoop;
import org.vesalius.worker.train.TrainingPlan;

/** The work on a run: waits for its device, opens it, trains it from its newest checkpoint, and measures it. */
final class TrainingSession {
    private final RunFolder folder;
    private final WorkerContext context;
    private final RunCommands commands;
    private final RunJournal journal;
    private final RunModels models;
    private final Instant asked;

    /** @param asked when training was asked for, which decides about the place in the queue for the device */
    TrainingSession(RunFolder folder, WorkerContext context, RunCommands commands, RunJournal journal, Instant asked) {
        this.folder = folder;
        this.context = context;
        this.commands = commands;
        this.journal = journal;
        this.asked = asked;
        models = new RunModels(folder);
    }

    /**
     * Trains to an end; the journal knows the last state then.
     *
     * @throws org.vesalius.core.ReportedException if the run fails
     * @throws IOException if the data can't be closed
     */
    void run() throws IOException {
        String device = journal.record().provenance().device();
        DeviceQueue queue = new DeviceQueue(device, commands::await, () -> commands.current().ends(),
                message -> journal.state(RunState.QUEUED, message));
        try (DevicePlace place = new DevicePlace(context.folders().locks(), device, DeviceUse.training(folder), asked)) {
            if (!queue.take(place)) {
                journal.state(RunState.STOPPED, "Stopped by the user before the device was free.");
                return;
            }
            if (journal.record().state() != RunState.STARTING) {
                journal.state(RunState.STARTING, "");
            }
            train();
        } catch (CancellationException e) {
            journal.state(RunState.STOPPED, "Stopped by the user before training began.");
        }
    }

    private void train() throws IOException {
        try (OpenedRun run = OpenedRun.open(folder, context, Set.of(Subset.values()),
                new LogProgress(journal, commands))) {
            TrainingState start = models.resume(run.network(),
                    (code, message) -> journal.notice(Severity.WARNING, code, message));
            new RecordedData(folder, journal, context.experiments().readers()).recordOrCompare(run.loaded(),
                    run.data().hashes(), start.epoch() > 0);
            if (start.epoch() == 0) {
                startFrom(run);
            } else {
                new ProjectDataset(folder).difference()
                        .ifPresent(text -> journal.notice(Severity.WARNING, "data.project-changed", text));
            }
            announce(run, start);
            LoopEnd end = loop(run).run(start);
            if (end == LoopEnd.STOPPED_NOW || !measure(run)) {
                finish(end, " It is not measured yet.");
            } else {
                finish(end, "");
            }
        }
    }

    private void startFrom(OpenedRun run) {
        StartWeights.of(run.loaded()).ifPresent(start -> {
            run.network().setWeights(start.weights());
            int unused = start.unused().size();
            journal.notice(Severity.ADVICE, "weights.start", English.quantity(start.weights().layerIds().size(),
                    "layer") + " took given weights, " + start.fresh().size() + " began as their settings say"
                    + (unused == 0 ? "." : "; " + English.quantity(unused, "layer")
                            + " of the file found no place in the network."));
        });
    }

    private void announce(OpenedRun run, TrainingState start) {
        OpenedData data = run.data();
        journal.update(record -> record
                .withProvenance(record.provenance().withVersions(run.built().library().versions()))
                .withProgress(record.progress().withSamples(data.subsets().training().length, data.leftOut())
                        .withEpoch(start.epoch(), start.parametersSha256())
                        .withBest(start.best().epoch(), start.best().parametersSha256())));
        if (data.leftOut() > 0) {
            journal.notice(Severity.WARNING, "data.left-out",
                    data.leftOut() + " of " + data.samples().size() + " samples can't be read and are left out.");
        }
        data.incomplete().text().ifPresent(text -> journal.notice(Severity.WARNING, "data.incomplete", text));
        tellWeights(run);
        for (Remark remark : run.network().remarks()) {
            journal.notice(remark.severity(), remark.code(), remark.message());
        }
        int batchSize = run.settings().getBatchSize();
        int training = data.subsets().training().length;
        journal.event(new RunStarted(journal.clock().instant(), start.epoch() + 1, run.settings().getEpochs(),
                (training + batchSize - 1) / batchSize, training, data.subsets().validation().length, data.leftOut(),
                data.incomplete().bySubset()));
        journal.state(RunState.RUNNING, start.epoch() == 0 ? "" : "Goes on after epoch " + start.epoch() + ".");
    }

    private void tellWeights(OpenedRun run) {
        Map<String, Double> weights = ClassWeights.byCategory(run.settings(), run.data().targets().get(0),
                run.data().subsets().training());
        if (!weights.isEmpty()) {
            journal.notice(Severity.ADVICE, "loss.weighted", new WeightedLoss(weights, plan(run).monitor()).text());
        }
    }

    private static TrainingPlan plan(OpenedRun run) {
        return TrainingPlan.of(run.settings(), run.data().subsets().validation().length > 0);
    }

    private TrainingLoop loop(OpenedRun run) {
        Pace pace = new Pace(commands, state -> journal.state(state, ""));
        return new TrainingLoop(run.network(), plan(run), run.data(), run.scores(),
                new RunStore(folder, run.network(), models, journal), pace, journal);
    }

    private boolean measure(OpenedRun run) throws IOException {
        StoredModel model = run.loadBest(folder);
        String sha256 = run.network().parametersSha256();
        int epoch = model.state().best().epoch();
        journal.update(record -> record.withProgress(record.progress().withBest(epoch, sha256)));
        Predictor predictor = new Predictor(run.network(), run.data(), run.scores(), run.settings().getBatchSize());
        BooleanSupplier cancelled = () -> commands.current() == RunCommand.STOP_NOW;
        return new FinalMeasurement(folder, run.loaded().dataset(), predictor, run.data().incomplete()).atTheEnd(cancelled);
    }

    private void finish(LoopEnd end, String remark) {
        RunRecord record = journal.record();
        int done = record.progress().epochsDone();
        String best = record.progress().bestEpoch() == 0 ? "" : " The best model is that of epoch "
                + record.progress().bestEpoch() + ".";
        switch (end) {
            case COMPLETE -> journal.state(RunState.FINISHED, "Trained " + English.quantity(done, "epoch") + "." + best + remark);
            case EARLY -> journal.state(RunState.STOPPED_EARLY,
                    "No better for several epochs, so training ended after epoch " + done + "." + best + remark);
            case STOPPED, STOPPED_NOW -> journal.state(RunState.STOPPED,
                    "Stopped by the user after epoch " + done + "." + best + remark);
        }
    }
}
