// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Severity;
import org.vesalius.core.progress.Progress;
import org.vesalius.engine.fake.FakeRuns;
import org.vesalius.experiment.event.EventLogWriter;
import org.vesalius.experiment.event.Notice;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;

class RunMonitorTest {

    @TempDir
    Path folder;

    private final BlockingQueue<RunSnapshot> reports = new LinkedBlockingQueue<>();
    private final List<RunEvent> events = new ArrayList<>();

    @Test
    void reportsFirstWhatHasHappenedSoFarAndThenWhatIsNew() throws Exception {
        RunFolder run = prepared();
        try (EventLogWriter log = new EventLogWriter(run.events());
                RunMonitor monitor = new RunMonitor(run, this::changed)) {
            log.append(notice("one"));
            monitor.start();
            assertThat(next().notices()).hasSize(1);

            log.append(notice("two"));

            assertThat(next().notices()).extracting(Notice::message).containsExactly("one", "two");
            assertThat(events).hasSize(2);
        }
    }

    @Test
    void reportsTheEndOnceAndThenNothing() throws Exception {
        RunFolder run = prepared();
        try (RunMonitor monitor = new RunMonitor(run, this::changed)) {
            monitor.start();
            assertThat(next().state()).isEqualTo(RunState.QUEUED);

            new RunRecordFile(run).update(r -> r.withState(RunState.FAILED, "no memory", Instant.now()));

            RunSnapshot end = next();
            assertThat(end.state()).isEqualTo(RunState.FAILED);
            assertThat(end.stateMessage()).isEqualTo("no memory");
            monitor.finish();
            assertThat(reports).isEmpty();
        }
    }

    @Test
    void seesTheLastEventsWhenItIsFinished() throws Exception {
        RunFolder run = prepared();
        RunMonitor monitor = new RunMonitor(run, this::changed);
        try (EventLogWriter log = new EventLogWriter(run.events())) {
            log.append(notice("last"));
        }

        monitor.finish();

        assertThat(next().notices()).extracting(Notice::message).containsExactly("last");
    }

    @Test
    void reportsARunFolderThatVanished() throws Exception {
        RunFolder run = prepared();
        Files.delete(run.record());
        try (RunMonitor monitor = new RunMonitor(run, this::changed)) {
            monitor.start();

            assertThat(next().state()).isEqualTo(RunState.LOST);
        }
    }

    @Test
    void goesOnWatchingWhenTheListenerFails() throws Exception {
        RunFolder run = prepared();
        try (RunMonitor monitor = new RunMonitor(run, (snapshot, fresh) -> {
            changed(snapshot, fresh);
            throw new IllegalStateException("the listener fails, as this test wants");
        })) {
            monitor.start();
            assertThat(next().state()).isEqualTo(RunState.QUEUED);

            new RunRecordFile(run).update(r -> r.withState(RunState.FAILED, "no memory", Instant.now()));

            assertThat(next().state()).isEqualTo(RunState.FAILED);
        }
    }

    private void changed(RunSnapshot snapshot, List<RunEvent> fresh) {
        events.addAll(fresh);
        reports.add(snapshot);
    }

    private RunSnapshot next() throws InterruptedException {
        RunSnapshot report = reports.poll(1, TimeUnit.MINUTES);
        assertThat(report).as("a report").isNotNull();
        return report;
    }

    private RunFolder prepared() throws IOException {
        Path experiment = Files.writeString(folder.resolve("fake.experiment"), "wait");
        return new FakeRuns(folder.resolve("runs")).prepare(experiment, RunOptions.none(), Progress.none());
    }

    private static RunEvent notice(String message) {
        return new Notice(Instant.now(), Severity.ADVICE, "test.notice", message);
    }
}
