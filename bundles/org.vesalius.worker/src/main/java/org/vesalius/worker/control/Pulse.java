// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.LoggedFailure;
import org.vesalius.experiment.run.Heartbeat;
import org.vesalius.experiment.run.RunFolder;

/** Keeps the heartbeat of a run going, on a thread of its own, while the worker is at work on it. */
public final class Pulse implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Heartbeat heartbeat;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Pulse::thread);

    private Pulse(Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** Begins to beat. */
    public static Pulse of(RunFolder folder) {
        Pulse pulse = new Pulse(new Heartbeat(folder));
        pulse.thread.scheduleAtFixedRate(pulse::beat, 0, Heartbeat.SECONDS, TimeUnit.SECONDS);
        return pulse;
    }

    @Override
    public void close() {
        thread.shutdown();
        awaitLastBeat();
        try {
            heartbeat.end();
        } catch (IOException e) {
            // a number that no longer changes says nothing of a run that has ended
            LOG.warn("the heartbeat can't be removed", LoggedFailure.of(e));
        }
    }

    private void beat() {
        try {
            heartbeat.beat();
        } catch (IOException e) {
            // the folder may be back with the next beat, and training has its own words for a disk that is gone
            LOG.debug("the heartbeat can't be written", LoggedFailure.of(e));
        }
    }

    private void awaitLastBeat() {
        try {
            thread.awaitTermination(Heartbeat.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "heartbeat");
        thread.setDaemon(true);
        return thread;
    }
}
