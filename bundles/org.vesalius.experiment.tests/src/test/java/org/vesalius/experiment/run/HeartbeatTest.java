// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** Workers on machines that can't be asked, judged by what is seen of their heartbeats. */
class HeartbeatTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:45:00Z");

    @TempDir
    private Path path;
    private RunFolder folder;
    private Heartbeat heartbeat;
    private final AtomicLong nanoseconds = new AtomicLong();

    @BeforeEach
    void prepareARun() {
        folder = new RunFolder(path);
        heartbeat = new Heartbeat(folder);
    }

    @Test
    void halfAMinuteWithoutABeatIsSilence() throws IOException {
        HeartbeatWatch watch = new HeartbeatWatch(folder, nanoseconds::get);
        heartbeat.beat();
        assertThat(watch.silent()).isFalse();

        assertThat(looks(watch, 30)).isFalse();
        assertThat(looks(watch, 1)).isTrue();
    }

    @Test
    void aBeatEndsTheSilence() throws IOException {
        HeartbeatWatch watch = new HeartbeatWatch(folder, nanoseconds::get);
        looks(watch, 60);
        heartbeat.beat();

        assertThat(watch.silent()).isFalse();
        assertThat(looks(watch, 30)).isFalse();
    }

    @Test
    void beatsKeepAWorkerAliveForGood() throws IOException {
        HeartbeatWatch watch = new HeartbeatWatch(folder, nanoseconds::get);
        for (int i = 0; i < 50; i++) {
            heartbeat.beat();
            assertThat(looks(watch, 2)).isFalse();
        }
    }

    @Test
    void aWatchThatSleptHasSeenNothingMeanwhile() throws IOException {
        HeartbeatWatch watch = new HeartbeatWatch(folder, nanoseconds::get);
        heartbeat.beat();
        looks(watch, 2);
        nanoseconds.addAndGet(Duration.ofHours(8).toNanos());

        assertThat(watch.silent()).isFalse();
    }

    @Test
    void aRunThatBeatsElsewhereIsNotResumed() throws IOException {
        RunRecord record = runningElsewhere();
        int[] looks = {0};
        RunResumption resumption = resumption(() -> {
            nanoseconds.addAndGet(Duration.ofMillis(500).toNanos());
            if (++looks[0] == 4) {
                beat();
            }
        });

        assertThatThrownBy(() -> resumption.prepare(folder)).isInstanceOfSatisfying(ReportedException.class,
                error -> assertThat(error.kind()).isEqualTo(ErrorKind.BUSY));
        assertThat(new RunRecordFile(folder).read()).isEqualTo(record);
    }

    @Test
    void aRunThatIsSilentElsewhereIsResumedAfterHalfAMinute() throws IOException {
        runningElsewhere();
        heartbeat.beat();

        resumption(() -> nanoseconds.addAndGet(Duration.ofMillis(500).toNanos())).prepare(folder);

        assertThat(RunStatus.of(folder).state()).isEqualTo(RunState.QUEUED);
        assertThat(Duration.ofNanos(nanoseconds.get())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    }

    private boolean looks(HeartbeatWatch watch, int seconds) {
        boolean silent = false;
        for (int i = 0; i < seconds; i++) {
            nanoseconds.addAndGet(Duration.ofSeconds(1).toNanos());
            silent = watch.silent();
        }
        return silent;
    }

    private RunRecord runningElsewhere() throws IOException {
        RunRecord record = RunRecord.prepared("chest", RunRecordFileTest.PROVENANCE, 8, NOW)
                .withState(RunState.STARTING, "", NOW).withState(RunState.RUNNING, "", NOW)
                .withProcess(new RunProcess("elsewhere.invalid", 1, NOW));
        new RunRecordFile(folder).write(record);
        return record;
    }

    private RunResumption resumption(Runnable pause) {
        return new RunResumption(Clock.fixed(NOW, ZoneOffset.UTC), nanoseconds::get, pause);
    }

    private void beat() {
        try {
            heartbeat.beat();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
