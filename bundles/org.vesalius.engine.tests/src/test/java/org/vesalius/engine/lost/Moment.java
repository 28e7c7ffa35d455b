// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.lost;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.vesalius.experiment.event.EventLogReader;
import org.vesalius.experiment.event.RunEvent.BatchFinished;
import org.vesalius.experiment.event.RunEvent.CheckpointSaved;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecordFile;

/**
 * A moment in the life of a worker.
 *
 * @param phase  what the worker is at
 * @param number the epoch or iteration, where that matters
 * @param delay  how many microseconds later
 */
record Moment(Phase phase, int number, long delay) {

    private static final String SAVING = ".saving";

    /** What a worker is at. */
    enum Phase {
        /** Its virtual machine starts, the data are opened, the network is built. */
        STARTING,
        /** An iteration is done; in the first epoch there is no checkpoint yet. */
        TRAINING,
        /** A checkpoint is being written, or has just been. */
        SAVING,
        /** All epochs are trained, and the best model is measured. */
        MEASURING
    }

    /** A moment drawn at random. */
    static Moment draw(Phase phase, Random random) {
        return switch (phase) {
            case STARTING -> new Moment(phase, 0, random.nextInt(1_500_000));
            case TRAINING -> new Moment(phase, 1 + random.nextInt(SmallStudy.EPOCHS * SmallStudy.BATCHES - 1),
                    random.nextInt(3_000));
            case SAVING -> new Moment(phase, 1 + random.nextInt(SmallStudy.EPOCHS), random.nextInt(5_000));
            case MEASURING -> new Moment(phase, SmallStudy.EPOCHS, random.nextInt(30_000));
        };
    }

    /** Waits for the moment; comes back early when the run ends before it. */
    void await(RunFolder run) throws IOException {
        EventLogReader log = new EventLogReader(run.events());
        boolean come = phase == Phase.STARTING;
        while (!come && new RunRecordFile(run).read().state().live()) {
            come = log.poll().stream().anyMatch(this::isIt) || phase == Phase.SAVING && saves(run);
        }
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(delay));
    }

    private boolean isIt(RunEvent event) {
        return switch (phase) {
            case STARTING -> true;
            case TRAINING -> event instanceof BatchFinished batch && batch.iteration() >= number;
            case SAVING, MEASURING -> event instanceof CheckpointSaved saved && saved.epoch() >= number;
        };
    }

    private boolean saves(RunFolder run) {
        return number == 1 + epochsSaved(run) && Files.exists(run.checkpoints().resolve(SAVING));
    }

    private static int epochsSaved(RunFolder run) {
        return new RunRecordFile(run).read().progress().epochsDone();
    }
}
