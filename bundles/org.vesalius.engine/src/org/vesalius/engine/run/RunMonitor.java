// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.vesalius.experiment.event.EventLogReader;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus;

/**
 * Watches a run through its folder, wherever its worker runs, and tells a listener how it goes on. Reads only what is
 * new, ten times a second at most, on a thread of its own that does not keep the process alive. The first report
 * holds all that has happened so far; after the report of the run's end there is no other. A listener that throws is
 * named in the log once and goes on to get reports; a run that can't be read is reported as LOST.
 */
public final class RunMonitor implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RunMonitor.class.getName());
    private static final long MILLISECONDS_BETWEEN_POLLS = 100;

    private final RunFolder folder;
    private final RunListener listener;
    private final EventLogReader events;
    private final ScheduledExecutorService thread;
    private volatile RunSnapshot snapshot;
    private boolean reported;
    private boolean listenerFailed;

    /** A monitor of a run; it does nothing before {@link #start()}. */
    public RunMonitor(RunFolder folder, RunListener listener) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.listener = Objects.requireNonNull(listener, "listener");
        events = new EventLogReader(folder.events());
        snapshot = RunSnapshot.of(RunState.QUEUED);
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "vesalius-run-monitor");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Begins to watch. */
    public void start() {
        thread.scheduleWithFixedDelay(this::pollOnThread, 0, MILLISECONDS_BETWEEN_POLLS, TimeUnit.MILLISECONDS);
    }

    /** How far the run was at the last look. */
    public RunSnapshot snapshot() {
        return snapshot;
    }

    /** Ends the watching; a report that is under way is finished. */
    @Override
    public void close() {
        thread.shutdown();
    }

    /**
     * Ends the watching and waits until the last report has been given, after a last look at the run. For a listener
     * that must have seen everything once the worker is gone.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void finish() throws InterruptedException {
        if (!thread.isShutdown()) {
            thread.execute(this::pollOnThread);
        }
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }

    // The executor drops a task that throws, without a word: nothing may pass here.
    private void pollOnThread() {
        try {
            poll();
        } catch (IOException | RuntimeException e) {
            snapshot = snapshot.in(RunState.LOST, "The run folder can't be read: " + e.getMessage());
            tell(List.of());
            close();
        }
    }

    // The state is read before the events, so that an ended run's events are all there.
    private void poll() throws IOException {
        if (ended()) {
            return;
        }
        RunStatus status = RunStatus.of(folder);
        List<RunEvent> fresh = drain();
        RunSnapshot next = snapshot.with(fresh).in(status.state(), status.message());
        boolean changed = !reported || !fresh.isEmpty() || next.state() != snapshot.state()
                || !next.stateMessage().equals(snapshot.stateMessage());
        snapshot = next;
        if (changed) {
            reported = true;
            tell(fresh);
        }
        if (ended()) {
            close();
        }
    }

    private void tell(List<RunEvent> fresh) {
        try {
            listener.changed(snapshot, fresh);
        } catch (RuntimeException e) {
            if (!listenerFailed) {
                listenerFailed = true;
                LOG.log(System.Logger.Level.ERROR, "A listener of a run fails; the run is watched on", e);
            }
        }
    }

    private boolean ended() {
        return reported && !snapshot.state().live();
    }

    private List<RunEvent> drain() throws IOException {
        List<RunEvent> all = new ArrayList<>();
        List<RunEvent> some = events.poll();
        while (!some.isEmpty()) {
            all.addAll(some);
            some = events.poll();
        }
        return all;
    }
}
