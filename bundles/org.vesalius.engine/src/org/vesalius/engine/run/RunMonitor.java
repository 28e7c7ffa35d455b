// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.vesalius.core.LoggedFailure;
import org.vesalius.experiment.event.EventLogReader;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus;
import org.vesalius.experiment.run.SeenFor;

/**
 * Watches a run through its folder, wherever its worker runs, and tells a listener how it goes on. Reads only what is
 * new, ten times a second at most, on a thread of its own that does not keep the process alive. The first report
 * holds all that has happened so far; after the report of the run's end there is no other. A listener that throws is
 * named in the log once and goes on to get reports.
 *
 * <p>A run whose worker is gone, or whose folder can't be read, is reported as LOST only when that lasts: a worker may be
 * started again within seconds, a share may be out of reach for a moment. Such a run is watched on, and reported as live
 * when it is so again.
 */
public final class RunMonitor implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RunMonitor.class.getName());
    private static final long MILLISECONDS_BETWEEN_POLLS = 100;
    private static final Duration LONGEST_FAULT = Duration.ofSeconds(30);

    private final RunFolder folder;
    private final RunListener listener;
    private final EventLogReader events;
    private final Liveliness liveliness;
    private final SeenFor fault;
    private final long millisecondsBetweenPolls;
    private final ScheduledExecutorService thread;
    private volatile RunSnapshot snapshot;
    private boolean reported;
    private boolean over;
    private boolean listenerFailed;

    /** A monitor of a run; it does nothing before {@link #start()}. */
    public RunMonitor(RunFolder folder, RunListener listener) {
        this(folder, listener, System::nanoTime, MILLISECONDS_BETWEEN_POLLS);
    }

    RunMonitor(RunFolder folder, RunListener listener, LongSupplier nanoseconds, long millisecondsBetweenPolls) {
        this.millisecondsBetweenPolls = millisecondsBetweenPolls;
        this.folder = Objects.requireNonNull(folder, "folder");
        this.listener = Objects.requireNonNull(listener, "listener");
        events = new EventLogReader(folder.events());
        liveliness = new Liveliness(folder, nanoseconds);
        fault = new SeenFor(nanoseconds);
        snapshot = RunSnapshot.of(RunState.QUEUED);
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "vesalius-run-monitor");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Begins to watch. */
    public void start() {
        thread.scheduleWithFixedDelay(this::pollOnThread, 0, millisecondsBetweenPolls, TimeUnit.MILLISECONDS);
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
        try {
            thread.execute(this::pollOnThread);
        } catch (RejectedExecutionException e) {
            // it has seen the end of the run, perhaps at this very moment, and looks no more
        }
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }

    // The executor drops a task that throws, without a word: nothing may pass here.
    private void pollOnThread() {
        try {
            poll();
        } catch (IOException | RuntimeException e) {
            if (fault.look(true).compareTo(LONGEST_FAULT) >= 0 || !reported) {
                show(snapshot.in(RunState.LOST, "The run folder can't be read: " + e.getMessage()), List.of());
            }
        }
    }

    // The state is read before the events, so that an ended run's events are all there.
    private void poll() throws IOException {
        if (over) {
            return;
        }
        RunStatus status = liveliness.look();
        List<RunEvent> fresh = drain();
        fault.look(false);
        over = !status.record().state().live();
        show(snapshot.with(fresh).in(status.state(), status.message()), fresh);
        if (over) {
            close();
        }
    }

    private void show(RunSnapshot next, List<RunEvent> fresh) {
        boolean changed = !reported || !fresh.isEmpty() || next.state() != snapshot.state()
                || !next.stateMessage().equals(snapshot.stateMessage());
        snapshot = next;
        if (changed) {
            reported = true;
            tell(fresh);
        }
    }

    private void tell(List<RunEvent> fresh) {
        try {
            listener.changed(snapshot, fresh);
        } catch (RuntimeException e) {
            if (!listenerFailed) {
                listenerFailed = true;
                LOG.log(System.Logger.Level.ERROR, "A listener of a run fails; the run is watched on",
                        LoggedFailure.of(e));
            }
        }
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
