// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.check.Severity;
import org.vesalius.core.progress.Progress;
import org.vesalius.engine.fake.FakeRuns;
import org.vesalius.experiment.event.EventLogWriter;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.event.RunEvent;
import org.vesalius.experiment.run.Heartbeat;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunProcess;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;

class RunMonitorTest {

    @TempDir
    Path folder;

    private final BlockingQueue<RunSnapshot> reports = new LinkedBlockingQueue<>();
    private final List<RunEvent> events = new ArrayList<>();
    private final LookedAtClock clock = new LookedAtClock();

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
    void keepsSilentAboutARecordThatCantBeReadForAMoment() throws Exception {
        RunFolder run = prepared();
        try (EventLogWriter log = new EventLogWriter(run.events()); RunMonitor monitor = monitor(run)) {
            monitor.start();
            assertThat(next().state()).isEqualTo(RunState.QUEUED);
            Path away = Files.move(run.record(), folder.resolve("away"));
            clock.pass(Duration.ofSeconds(29));

            Files.move(away, run.record());
            log.append(notice("back"));

            assertThat(next()).satisfies(report -> {
                assertThat(report.state()).isEqualTo(RunState.QUEUED);
                assertThat(report.notices()).extracting(Notice::message).containsExactly("back");
            });
        }
    }

    @Test
    void keepsSilentAboutEventsThatCantBeReadForAMoment() throws Exception {
        RunFolder run = prepared();
        try (RunMonitor monitor = monitor(run)) {
            monitor.start();
            assertThat(next().state()).isEqualTo(RunState.QUEUED);
            // a folder can be opened as a file here, and not read
            Files.createDirectory(run.events());
            clock.pass(Duration.ofSeconds(29));
            Files.delete(run.events());
            try (EventLogWriter log = new EventLogWriter(run.events())) {
                log.append(notice("back"));
            }

            assertThat(next().notices()).extracting(Notice::message).containsExactly("back");
        }
    }

    @Test
    void reportsAFaultThatLastsAndGoesOnWhenItIsOver() throws Exception {
        RunFolder run = prepared();
        try (RunMonitor monitor = monitor(run)) {
            monitor.start();
            assertThat(next().state()).isEqualTo(RunState.QUEUED);
            Path away = Files.move(run.record(), folder.resolve("away"));
            clock.pass(Duration.ofSeconds(31));

            RunSnapshot report = next();
            assertThat(report.state()).isEqualTo(RunState.LOST);
            assertThat(report.stateMessage()).contains("can't be read");
            Files.move(away, run.record());
            assertThat(next().state()).isEqualTo(RunState.QUEUED);
        }
    }

    @Test
    void givesAWorkerThatIsGoneTimeToBeStartedAgain() throws Exception {
        RunFolder run = prepared();
        RunProcess self = RunProcess.current();
        try (RunMonitor monitor = monitor(run)) {
            monitor.start();
            assertThat(next().state()).isEqualTo(RunState.QUEUED);
            leaveTo(run, new RunProcess(self.host(), Long.MAX_VALUE, Instant.EPOCH));
            clock.pass(Duration.ofSeconds(4));
            assertThat(reports).isEmpty();

            clock.pass(Duration.ofSeconds(2));
            assertThat(next().state()).isEqualTo(RunState.LOST);
            leaveTo(run, self);
            assertThat(next().state()).isEqualTo(RunState.QUEUED);
        }
    }

    @Test
    void judgesAWorkerElsewhereByItsHeartbeat() throws Exception {
        RunFolder run = prepared();
        Heartbeat heartbeat = new Heartbeat(run);
        heartbeat.beat();
        leaveTo(run, new RunProcess("elsewhere.invalid", 1, Instant.EPOCH));
        try (RunMonitor monitor = monitor(run)) {
            monitor.start();
            assertThat(next().state()).isEqualTo(RunState.QUEUED);
            for (int i = 0; i < 3; i++) {
                clock.pass(Duration.ofSeconds(20));
                heartbeat.beat();
            }
            assertThat(reports).isEmpty();
            clock.pass(Duration.ofSeconds(31));

            RunSnapshot silent = next();
            assertThat(silent.state()).isEqualTo(RunState.LOST);
            assertThat(silent.stateMessage()).contains("elsewhere.invalid", "no sign of life");
            heartbeat.beat();
            assertThat(next().state()).isEqualTo(RunState.QUEUED);
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

    private RunMonitor monitor(RunFolder run) {
        return new RunMonitor(run, this::changed, clock, 5);
    }

    private static void leaveTo(RunFolder run, RunProcess process) throws IOException {
        new RunRecordFile(run).update(record -> record.withProcess(process));
    }

    private RunFolder prepared() throws IOException {
        Path experiment = Files.writeString(folder.resolve("fake.experiment"), "wait");
        return new FakeRuns(folder.resolve("runs")).prepare(experiment, RunOptions.none(), Progress.none());
    }

    private static RunEvent notice(String message) {
        return new Notice(Instant.now(), Severity.ADVICE, "test.notice", message);
    }

    /** A clock that goes on only when told, and not before somebody has looked at it again. */
    private static final class LookedAtClock implements LongSupplier {

        private static final int LOOKS_OF_A_POLL = 3;

        private final Semaphore looks = new Semaphore(0);
        private final AtomicLong nanoseconds = new AtomicLong();

        @Override
        public long getAsLong() {
            looks.release();
            return nanoseconds.get();
        }

        void pass(Duration time) throws InterruptedException {
            awaitPoll();
            for (long second = 0; second < time.toSeconds(); second++) {
                nanoseconds.addAndGet(TimeUnit.SECONDS.toNanos(1));
                awaitPoll();
            }
        }

        private void awaitPoll() throws InterruptedException {
            looks.drainPermits();
            assertThat(looks.tryAcquire(LOOKS_OF_A_POLL, 1, TimeUnit.MINUTES)).as("the monitor looks").isTrue();
        }
    }
}
