// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

class RunResumptionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:45:00Z");
    private static final RunProcess GONE = new RunProcess(RunProcess.current().host(), Long.MAX_VALUE, NOW);

    @TempDir
    private Path path;
    private RunFolder folder;
    private RunRecordFile file;
    private RunRecord running;
    private final RunResumption resumption = new RunResumption(Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void prepareARun() {
        folder = new RunFolder(path);
        file = new RunRecordFile(folder);
        Provenance provenance = new Provenance("dl4j", "cpu", 42, 2, "aa", "bb", "cc", Map.of());
        running = RunRecord.prepared("chest", provenance, 8, NOW).withState(RunState.STARTING, "", NOW)
                .withState(RunState.RUNNING, "", NOW);
    }

    @Test
    void aLostRunGoesBackIntoTheQueueWithoutTheOldWish() throws IOException {
        file.write(running.withProcess(GONE));
        new RunControl(folder).send(RunCommand.PAUSE);
        resumption.prepare(folder);

        assertThat(RunStatus.of(folder).state()).isEqualTo(RunState.QUEUED);
        assertThat(file.read().process()).isEqualTo(RunProcess.current());
        assertThat(new RunControl(folder).command()).isEqualTo(RunCommand.RUN);
    }

    @Test
    void aResumedRunMayBeStartedAgainTwiceOnceMore() throws IOException {
        file.write(running.requeued("crashed", 2, NOW).withProcess(GONE));
        resumption.prepare(folder);

        assertThat(file.read().restarts()).isZero();
    }

    @Test
    void aRunWhoseLockSomebodyHoldsIsLeftAlone() throws Exception {
        file.write(running.withProcess(GONE));
        try (OtherProcess holder = OtherProcess.holding(path.resolve(".lock"))) {
            assertThatThrownBy(() -> resumption.prepare(folder)).isInstanceOfSatisfying(ReportedException.class,
                    error -> assertThat(error.kind()).isEqualTo(ErrorKind.BUSY));
        }
        assertThat(file.read().process()).isEqualTo(GONE);
    }

    @Test
    void aStoppedRunToo() throws IOException {
        file.write(running.withState(RunState.STOPPED, "by the user", NOW));
        resumption.prepare(folder);

        assertThat(file.read().state()).isEqualTo(RunState.QUEUED);
        assertThat(file.read().message()).isEmpty();
    }

    @Test
    void aLiveRunIsLeftAlone() throws IOException {
        file.write(running);

        assertThatThrownBy(() -> resumption.prepare(folder)).isInstanceOfSatisfying(ReportedException.class,
                error -> assertThat(error.kind()).isEqualTo(ErrorKind.BUSY));
        assertThat(file.read()).isEqualTo(running);
    }

    @Test
    void aFinishedRunHasNothingToResume() throws IOException {
        file.write(running.withState(RunState.FINISHED, "", NOW));

        assertThatThrownBy(() -> resumption.prepare(folder)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("complete");
    }
}
