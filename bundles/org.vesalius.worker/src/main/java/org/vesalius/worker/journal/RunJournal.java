// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.journal;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Severity;
import org.vesalius.experiment.event.EventLogWriter;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent.StateChanged;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;

/**
 * What the worker tells the world about its run: {@code run.json}, {@code events.jsonl} and the log. The only writer of
 * the first two while the worker lives; for one thread.
 */
public final class RunJournal implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger("run");

    private final RunFolder folder;
    private final Clock clock;
    private final RunRecordFile recordFile;
    private final EventLogWriter events;
    private RunRecord record;
    private long lostEvents;

    /**
     * Opens the journal of a run.
     *
     * @throws ReportedException if the run record can't be read, or the folder can't be written
     */
    public RunJournal(RunFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        recordFile = new RunRecordFile(folder);
        record = recordFile.read();
        try {
            events = new EventLogWriter(folder.events());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The run record as it was written last. */
    public RunRecord record() {
        return record;
    }

    /** The clock all events are timed by. */
    public Clock clock() {
        return clock;
    }

    /**
     * Changes the run record.
     *
     * @throws ReportedException if it can't be written
     */
    public void update(UnaryOperator<RunRecord> change) {
        RunRecord changed = change.apply(record);
        try {
            recordFile.write(changed);
            record = changed;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Changes the state, in the record and as an event.
     *
     * @param message why, in the user's words; may be empty
     * @throws ReportedException if the record can't be written
     */
    public void state(RunState state, String message) {
        update(before -> before.withState(state, message, clock.instant()));
        event(new StateChanged(clock.instant(), state, message));
        LOG.info("{}{}", state, message.isEmpty() ? "" : ": " + message);
    }

    /** Tells the user something, as an event and in the log. */
    public void notice(Severity severity, String code, String message) {
        event(new Notice(clock.instant(), severity, code, message));
        if (severity == Severity.ADVICE) {
            LOG.info("{}", message);
        } else {
            LOG.warn("{}", message);
        }
    }

    /** Says something in the log only. */
    public void log(String message) {
        LOG.info("{}", message);
    }

    /**
     * Appends an event. Training doesn't end when that fails (a checkpoint that can't be written ends it): the loss is
     * told in the log at once, and in the event log as soon as it can be written again.
     */
    public void event(RunEvent event) {
        try {
            events.append(event);
        } catch (IOException e) {
            lostEvents++;
            if (lostEvents == 1) {
                LOG.error("events can't be written to {}: {}; training goes on", folder.events(), e.getMessage());
            }
            return;
        }
        if (lostEvents > 0) {
            tellLostEvents();
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }

    private void tellLostEvents() {
        String message = lostEvents + " events before this one could not be written; the disk was full or gone.";
        lostEvents = 0;
        notice(Severity.WARNING, "events.lost", message);
    }

    private ReportedException unwritable(IOException cause) {
        return new ReportedException(ErrorKind.ENVIRONMENT, "The run folder can't be written.", folder.path(),
                "Check the permissions of the folder and the space on its disk, then resume the run.", cause);
    }
}
