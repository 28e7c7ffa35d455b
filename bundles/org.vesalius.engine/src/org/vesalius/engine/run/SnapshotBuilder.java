// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunState;

/** Gathers the events of a run, of which there may be millions, and copies its lists only for a snapshot. */
final class SnapshotBuilder {

    private RunState state;
    private String stateMessage;
    private Optional<RunStarted> started;
    private Optional<BatchFinished> batch;
    private final List<EpochFinished> epochs;
    private final List<Notice> notices;

    /** Goes on from a snapshot. */
    SnapshotBuilder(RunSnapshot snapshot) {
        state = snapshot.state();
        stateMessage = snapshot.stateMessage();
        started = snapshot.started();
        batch = snapshot.batch();
        epochs = new ArrayList<>(snapshot.epochs());
        notices = new ArrayList<>(snapshot.notices());
    }

    /** Takes in one more event. */
    void add(RunEvent event) {
        if (event instanceof BatchFinished finished) {
            batch = Optional.of(finished);
        } else if (event instanceof EpochFinished finished) {
            epochs.add(finished);
        } else if (event instanceof Notice notice) {
            notices.add(notice);
        } else if (event instanceof StateChanged change) {
            state = change.state();
            stateMessage = change.message();
        } else if (event instanceof RunStarted start) {
            restart(start);
        }
    }

    /** How far the run is now. */
    RunSnapshot snapshot() {
        return new RunSnapshot(state, stateMessage, started, batch, epochs, notices);
    }

    // a resumed run repeats what it had done after its checkpoint
    private void restart(RunStarted start) {
        started = Optional.of(start);
        batch = batch.filter(b -> b.epoch() < start.firstEpoch());
        epochs.removeIf(epoch -> epoch.epoch() >= start.firstEpoch());
    }
}
