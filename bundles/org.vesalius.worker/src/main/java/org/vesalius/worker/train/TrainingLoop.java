// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vesalius.worker.measure.Scores;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.worker.data.BatchSplit;
import org.vesalius.worker.data.OpenedData;
import org.vesalius.worker.journal.RunJournal;
import org.vesalius.worker.spi.TrainableNetwork;
import org.vesalius.worker.state.BestEpoch;
import org.vesalius.worker.state.LossCourse;
import org.vesalius.worker.state.TrainingState;

/**
 * Trains epoch after epoch: batches, validation, best model, checkpoint, early stopping. Everything it decides depends
 * on plan, data and {@link TrainingState} alone, so a run that goes on from a checkpoint goes the way it would have
 * gone.
 */
public final class TrainingLoop {
    private final TrainableNetwork network;
    private final TrainingPlan plan;
    private final OpenedData data;
    private final Scores scores;
    private final TrainingStore store;
    private final Pace pace;
    private final RunJournal journal;
    private final Validation validation;
    private final Divergence divergence;

    /**
     * @param network the network, with the parameters of the state the loop begins in
     * @param plan how to train
     * @param data what to train on
     * @param scores scores the outputs
     * @param store keeps the network
     * @param pace the user's command
     * @param journal gets the events
     */
    public TrainingLoop(TrainableNetwork network, TrainingPlan plan, OpenedData data, Scores scores,
            TrainingStore store, Pace pace, RunJournal journal) {
        this.network = network;
        this.plan = plan;
        this.data = data;
        this.scores = scores;
        this.store = store;
        this.pace = pace;
        this.journal = journal;
        List<int[]> batches = BatchSplit.of(data.subsets().validation(), plan.batchSize());
        validation = new Validation(data.assembler(), batches, scores);
        divergence = new Divergence(
                new ConstantAnswer(data.assembler().assembleTruths(data.subsets().training()), scores).loss());
    }

    /**
     * Trains.
     *
     * @param start the state to begin in: fresh, or that of a checkpoint
     * @throws org.vesalius.core.ReportedException if training diverged or the network can't be kept
     */
    public LoopEnd run(TrainingState start) {
        TrainingState state = start;
        while (state.epoch() < plan.epochs()) {
            if (plan.stopsEarly(state)) {
                return LoopEnd.EARLY;
            }
            EpochRun run = new EpochRun(state.epoch() + 1, state.iteration(), plan.rate().at(state.epoch() + 1),
                    scores, journal);
            run.train(network, data.assembler(), batches(state.epoch() + 1), pace);
            Optional<MetricValues> measured = run.ending().ends() ? Optional.empty() : validation.measure(network, pace);
            if (measured.isEmpty()) {
                return stop(state, run);
            }
            state = finish(state, run, measured.get());
        }
        return LoopEnd.COMPLETE;
    }

    private List<int[]> batches(int epoch) {
        int[] training = data.subsets().training();
        int[] order = plan.order().of(epoch, training.length);
        for (int i = 0; i < order.length; i++) {
            order[i] = training[order[i]];
        }
        return BatchSplit.of(order, plan.batchSize());
    }

    private LoopEnd stop(TrainingState before, EpochRun run) {
        store.stopped(new TrainingState(before.epoch(), run.iteration(), plan.rate().at(before.epoch() + 1),
                before.best(), before.patience(), network.parametersSha256(), before.course()));
        return run.ending() == RunCommand.STOP ? LoopEnd.STOPPED : LoopEnd.STOPPED_NOW;
    }

    private TrainingState finish(TrainingState before, EpochRun run, MetricValues measured) {
        int epoch = before.epoch() + 1;
        double rate = plan.rate().at(epoch);
        boolean same = measures() ? validation.sameAnswers() : run.sameAnswers();
        LossCourse course = divergence.follow(before.course(), run.firstLoss(), run.metrics().of(Metric.LOSS), same);
        double value = plan.monitor().value(run.metrics(), measured);
        // what went astray is never the best model, so that it isn't measured should the user stop here
        boolean isBest = !course.astray() && (before.best().epoch() == 0 || value < before.best().value());
        String sha256 = network.parametersSha256();
        TrainingState state = new TrainingState(epoch, run.iteration(), rate,
                isBest ? new BestEpoch(epoch, value, sha256) : before.best(),
                before.patience().after(value, plan.minimumDelta()), sha256, course);
        tell(new EpochFinished(journal.clock().instant(), epoch, run.metrics(), measured, run.seconds(),
                run.samplesPerSecond(), isBest));
        refuseDiverged(before, state, measured);
        store.epochDone(state, isBest);
        tellSameAnswers(state, same);
        return state;
    }

    private boolean measures() {
        return data.subsets().validation().length > 0;
    }

    private void refuseDiverged(TrainingState before, TrainingState state, MetricValues measured) {
        String place = "after epoch " + state.epoch();
        if (measures()) {
            Divergence.check(measured.of(Metric.LOSS), "the validation " + place, state.learningRate());
        }
        if (!network.isFinite()) {
            throw Divergence.diverged("a parameter of the network is no finite number any more " + place,
                    state.learningRate());
        }
        divergence.check(before.course(), state.course(), state.epoch(), isLast(state), state.learningRate());
    }

    private void tellSameAnswers(TrainingState state, boolean same) {
        if (same && isLast(state)) {
            journal.notice(Severity.WARNING, "training.same-answers", "The network gives every sample the same answer: "
                    + "it has learned nothing about them. Try a lower learning rate, and check the inputs.");
        }
    }

    private boolean isLast(TrainingState state) {
        return state.epoch() >= plan.epochs() || plan.stopsEarly(state);
    }

    private void tell(EpochFinished done) {
        journal.event(done);
        String validated = text(done.validation());
        journal.log(String.format(Locale.ROOT, "epoch %d of %d: %s%s; %.1f s, %.1f samples/s%s", done.epoch(),
                plan.epochs(), text(done.training()), validated.isEmpty() ? "" : "; validation " + validated,
                done.seconds(), done.samplesPerSecond(), done.best() ? "; best so far" : ""));
    }

    private static String text(MetricValues metrics) {
        return metrics.values().entrySet().stream()
                .map(value -> String.format(Locale.ROOT, "%s %.4f", value.getKey(), value.getValue()))
                .collect(Collectors.joining(", "));
    }
}
