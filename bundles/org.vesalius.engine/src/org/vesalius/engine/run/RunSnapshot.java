// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunState;

/**
 * How far a run is, gathered from its events. Immutable; {@link #with(RunEvent)} gives the next one.
 *
 * @param state        the state
 * @param stateMessage why it is in that state, in the user's words; may be empty
 * @param started      the newest beginning of training, absent before it
 * @param batch        the newest iteration
 * @param epochs       the finished epochs that count, in order: epochs that a resumed run repeats are gone
 * @param notices      what a person should know, in order
 */
public record RunSnapshot(RunState state, String stateMessage, Optional<RunStarted> started,
        Optional<BatchFinished> batch, List<EpochFinished> epochs, List<Notice> notices) {

    /** Copies the lists. */
    public RunSnapshot {
        epochs = List.copyOf(epochs);
        notices = List.copyOf(notices);
    }

    /** A run of which nothing is known but its state. */
    public static RunSnapshot of(RunState state) {
        return new RunSnapshot(state, "", Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** The snapshot after one more event. */
    public RunSnapshot with(RunEvent event) {
        return with(List.of(event));
    }

    /** The snapshot after more events, in their order. */
    public RunSnapshot with(List<RunEvent> events) {
        SnapshotBuilder builder = new SnapshotBuilder(this);
        events.forEach(builder::add);
        return builder.snapshot();
    }

    /** The same in another state. */
    public RunSnapshot in(RunState newState, String message) {
        return new RunSnapshot(newState, message, started, batch, epochs, notices);
    }

    /** The best epoch so far, by the metric the run watches. */
    public Optional<EpochFinished> best() {
        return epochs.stream().filter(EpochFinished::best).reduce((earlier, later) -> later);
    }

    /** How often a lost worker was started again. */
    public int restarts() {
        return (int) notices.stream().filter(notice -> notice.code().equals(Notice.WORKER_RESTARTED)).count();
    }

    /** The last epoch of the plan; 0 before training begins. */
    public int plannedEpochs() {
        return started.map(RunStarted::epochs).orElse(0);
    }

    /** How much of the whole plan is done, 0 to 1. */
    public double fractionDone() {
        long planned = plannedIterations();
        return planned == 0 ? 0 : Math.min(1, (double) iterationsDone() / planned);
    }

    /**
     * How long the rest of the plan takes at the pace of the last finished epoch, or of the iterations so far before
     * there is one; absent while nothing is known. Early stopping may end a run sooner.
     */
    public Optional<Duration> timeLeft() {
        long left = plannedIterations() - iterationsDone();
        return secondsPerIteration().map(seconds -> Duration.ofMillis(Math.round(1000 * seconds * left)));
    }

    private Optional<Double> secondsPerIteration() {
        if (started.isEmpty() || started.get().batchesPerEpoch() < 1) {
            return Optional.empty();
        }
        RunStarted start = started.get();
        Optional<EpochFinished> last = epochs.stream().filter(e -> e.epoch() >= start.firstEpoch())
                .reduce((earlier, later) -> later);
        if (last.isPresent()) {
            return Optional.of(last.get().seconds() / start.batchesPerEpoch());
        }
        return batch.filter(b -> b.epoch() >= start.firstEpoch()).map(b -> paceSince(start, b));
    }

    private static double paceSince(RunStarted start, BatchFinished batch) {
        long done = batch.iteration() - (start.firstEpoch() - 1) * start.batchesPerEpoch();
        return Duration.between(start.time(), batch.time()).toMillis() / 1000.0 / Math.max(1, done);
    }

    private long plannedIterations() {
        return started.map(s -> s.epochs() * s.batchesPerEpoch()).orElse(0L);
    }

    private long iterationsDone() {
        return batch.map(BatchFinished::iteration).orElse(0L);
    }
}
