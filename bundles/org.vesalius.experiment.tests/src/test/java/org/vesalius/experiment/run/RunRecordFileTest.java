// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.RunRecord.RunProgress;
import org.vesalius.experiment.run.RunStatus.Presence;

class RunRecordFileTest {
    static final Instant NOW = Instant.parse("2026-11-23T18:45:00Z");
    static final Provenance PROVENANCE = new Provenance("dl4j", "cpu", 42, 2, "aa", "bb", "cc", Map.of("java", "17"));

    @TempDir
    private Path path;
    private RunFolder folder;
    private RunRecordFile file;

    @BeforeEach
    void nameTheFile() {
        folder = new RunFolder(path);
        file = new RunRecordFile(folder);
    }

    @Test
    void comesBackAsItWas() throws IOException {
        RunRecord record = RunRecord.prepared("chest", PROVENANCE, 8, NOW)
                .withProgress(RunProgress.NONE.withSamples(500, 2).withEpoch(1, "dd").withBest(1, "dd"))
                .requeued("lost", 2, NOW);
        file.write(record);

        assertThat(file.read()).isEqualTo(record);
    }

    @Test
    void aPreparedRunIsQueuedAndItsProcessIsThisOne() throws IOException {
        file.write(RunRecord.prepared("chest", PROVENANCE, 8, NOW));

        assertThat(RunStatus.of(folder).state()).isEqualTo(RunState.QUEUED);
        assertThat(file.read().process().pid()).isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void keepsTheTimeOfAStateWhenOnlyTheMessageChanges() {
        RunRecord record = RunRecord.prepared("chest", PROVENANCE, 8, NOW);
        RunRecord waiting = record.withState(RunState.QUEUED, "behind another", NOW.plusSeconds(5));
        RunRecord starting = waiting.withState(RunState.STARTING, "", NOW.plusSeconds(9));

        assertThat(waiting.since()).isEqualTo(NOW);
        assertThat(waiting.why()).contains("behind another");
        assertThat(starting.since()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void refusesAStateThatCantFollow() {
        RunRecord record = RunRecord.prepared("chest", PROVENANCE, 8, NOW);

        assertThatThrownBy(() -> record.withState(RunState.FINISHED, "", NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLiveRunWhoseProcessIsGoneIsLost() throws IOException {
        RunProcess self = RunProcess.current();
        RunProcess earlierWithTheSameNumber = new RunProcess(self.host(), self.pid(), self.start().minusSeconds(90));
        RunRecord record = running();
        file.write(record.withProcess(earlierWithTheSameNumber));
        assertThat(RunStatus.of(folder).state()).isEqualTo(RunState.LOST);
        assertThat(RunStatus.of(folder).message()).contains("resume");

        file.write(record.withState(RunState.FINISHED, "", NOW).withProcess(earlierWithTheSameNumber));
        assertThat(RunStatus.of(folder).state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aProcessThatEndedIsGone() throws Exception {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Instant start = child.info().startInstant().orElse(Instant.now());
        child.waitFor();

        assertThat(new RunProcess(RunProcess.current().host(), child.pid(), start).handle()).isEmpty();
    }

    @Test
    void aRunOnAnotherMachineCantBeAskedAndCountsAsAlive() throws IOException {
        file.write(running().withProcess(new RunProcess("elsewhere.invalid", 1, NOW)));

        assertThat(RunStatus.of(folder).state()).isEqualTo(RunState.RUNNING);
        assertThat(RunStatus.of(folder).presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aRunWhoseLockIsHeldIsThereWhateverTheNameOfItsMachine() throws Exception {
        file.write(running().withProcess(new RunProcess("renamed.invalid", 1, NOW)));
        try (OtherProcess holder = OtherProcess.holding(folder.path().resolve(".lock"))) {
            assertThat(RunStatus.of(folder).presence()).isEqualTo(Presence.THERE);
        }

        assertThat(RunStatus.of(folder).presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void aRunWhoseLockIsHeldIsThereThoughTheClockWasSet() throws Exception {
        RunProcess self = RunProcess.current();
        file.write(running().withProcess(new RunProcess(self.host(), self.pid(), self.start().minusSeconds(3600))));
        try (OtherProcess holder = OtherProcess.holding(folder.path().resolve(".lock"))) {
            assertThat(RunStatus.of(folder).state()).isEqualTo(RunState.RUNNING);
        }

        assertThat(RunStatus.of(folder).state()).isEqualTo(RunState.LOST);
    }

    @Test
    void aFolderWithoutRecordIsNoRun() {
        assertThatThrownBy(file::read).isInstanceOf(ReportedException.class).hasMessageContaining("no run");
    }

    @Test
    void reportsADamagedRecord() throws IOException {
        for (String text : new String[] {"", "{", "[]", "{}", "null", "{\"format\":1,\"state\":\"DANCING\"}"}) {
            Files.writeString(folder.record(), text);
            assertThatThrownBy(file::read).as(text).isInstanceOf(ReportedException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void aRecordThatKnowsNoRestartsHasNone() throws IOException {
        file.write(running());
        Files.writeString(folder.record(), Files.readString(folder.record()).replaceAll(",\\s*\"restarts\": 0", ""));

        assertThat(folder.record()).content().doesNotContain("restarts");
        assertThat(file.read()).isEqualTo(running());
    }

    @Test
    void refusesARecordOfALaterVersion() throws IOException {
        file.write(RunRecord.prepared("chest", PROVENANCE, 8, NOW));
        String text = Files.readString(folder.record());
        Files.writeString(folder.record(), text.replace("\"format\": " + RunRecord.FORMAT, "\"format\": " + (RunRecord.FORMAT + 1)));

        assertThatThrownBy(file::read).isInstanceOf(ReportedException.class).hasMessageContaining("newer version");
    }

    private static RunRecord running() {
        return RunRecord.prepared("chest", PROVENANCE, 8, NOW).withState(RunState.STARTING, "", NOW)
                .withState(RunState.RUNNING, "", NOW);
    }
}
