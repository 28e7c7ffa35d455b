// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.run.RunState;

class RunSnapshotTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final RunSnapshot queued = RunSnapshot.of(RunState.QUEUED);

    @Test
    void knowsNothingBeforeTrainingBegins() {
        assertThat(queued.timeLeft()).isEmpty();
        assertThat(queued.fractionDone()).isZero();
        assertThat(queued.best()).isEmpty();
    }

    @Test
    void takesThePaceOfTheIterationsInTheFirstEpoch() {
        RunSnapshot snapshot = queued.with(started(1)).with(batch(1, 5, 10));

        // 2 s an iteration, 5 of 40 done
        assertThat(snapshot.timeLeft()).contains(Duration.ofSeconds(70));
        assertThat(snapshot.fractionDone()).isEqualTo(0.125);
    }

    @Test
    void takesThePaceOfTheLastEpochAfterwards() {
        RunSnapshot snapshot = queued.with(started(1)).with(batch(1, 10, 20)).with(epoch(1, 30, true))
                .with(batch(2, 15, 60));

        // 30 s for 10 iterations, 25 left
        assertThat(snapshot.timeLeft()).contains(Duration.ofSeconds(75));
    }

    @Test
    void forgetsTheEpochsThatAResumedRunRepeats() {
        RunSnapshot snapshot = queued.with(started(1)).with(epoch(1, 10, true)).with(epoch(2, 10, true))
                .with(batch(3, 22, 30)).with(started(2));

        assertThat(snapshot.epochs()).extracting(EpochFinished::epoch).containsExactly(1);
        assertThat(snapshot.batch()).isEmpty();
        assertThat(snapshot.best()).map(EpochFinished::epoch).contains(1);
    }

    @Test
    void keepsTheLatestBestEpoch() {
        RunSnapshot snapshot = queued.with(started(1)).with(epoch(1, 10, true)).with(epoch(2, 10, true))
                .with(epoch(3, 10, false));

        assertThat(snapshot.best()).map(EpochFinished::epoch).contains(2);
        assertThat(snapshot.plannedEpochs()).isEqualTo(4);
    }

    @Test
    void takesManyEventsAsOneAfterTheOther() {
        List<RunEvent> events = List.of(started(1), batch(1, 10, 20), epoch(1, 20, true), batch(2, 12, 24), started(2),
                batch(2, 11, 22));
        RunSnapshot oneByOne = queued;
        for (RunEvent event : events) {
            oneByOne = oneByOne.with(event);
        }

        assertThat(queued.with(events)).isEqualTo(oneByOne);
        assertThat(oneByOne.epochs()).hasSize(1);
        assertThat(oneByOne.batch()).map(BatchFinished::iteration).contains(11L);
    }

    @Test
    void followsTheState() {
        RunSnapshot snapshot = queued.with(new StateChanged(START, RunState.PAUSED, "as you wished"));

        assertThat(snapshot.state()).isEqualTo(RunState.PAUSED);
        assertThat(snapshot.stateMessage()).isEqualTo("as you wished");
    }

    private static RunStarted started(int firstEpoch) {
        return new RunStarted(START, firstEpoch, 4, 10, 320, 32, 0);
    }

    private static BatchFinished batch(int epoch, long iteration, int secondsAfterStart) {
        return new BatchFinished(START.plusSeconds(secondsAfterStart), epoch, iteration,
                MetricValues.NONE.with(Metric.LOSS, 0.5), 0.001, 32);
    }

    private static EpochFinished epoch(int epoch, double seconds, boolean best) {
        MetricValues metrics = MetricValues.NONE.with(Metric.LOSS, 0.5).with(Metric.ACCURACY, 0.75);
        return new EpochFinished(START, epoch, metrics, metrics, seconds, 32, best);
    }
}
