// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.progress.Progress;
import org.vesalius.engine.Engines;
import org.vesalius.engine.fake.FakeEngine;
import org.vesalius.engine.fake.FakeRuns;
import org.vesalius.engine.fake.FakeWorker;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus;
import org.vesalius.experiment.run.RunCommand;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
class LostWorkerTest {

    @TempDir
    Path folder;

    private RunService service;

    @BeforeEach
    void createService() {
        service = newService();
    }

    // the VM of Java ends by SIGABRT after each of the others but SIGKILL; what came first is to be told
    @ParameterizedTest
    @CsvSource({"SIGSEGV, crashed in native code (SIGSEGV)", "SIGABRT, crashed in native code (SIGABRT)",
        "SIGKILL, killed by the system (SIGKILL)",
        "memory, ran out of memory", "die, exit code 9", "early-SIGKILL, killed by the system (SIGKILL)"})
    void aLostWorkerIsStartedAgainAndNobodySeesTheRunLost(String how, String told) throws Exception {
        RunHandle run = service.start(script(how + " finish"), RunOptions.none());
        List<RunState> seen = new CopyOnWriteArrayList<>();
        RunSnapshot last;
        try (RunMonitor monitor = new RunMonitor(run.folder(), (snapshot, fresh) -> seen.add(snapshot.state()))) {
            monitor.start();
            assertThat(run.awaitEnd()).isEqualTo(new RunEnd(RunState.FINISHED, ""));
            monitor.finish();
            last = monitor.snapshot();
        }

        assertThat(seen).doesNotContain(RunState.LOST).endsWith(RunState.FINISHED);
        assertThat(last.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("worker.restarted");
            assertThat(notice.message()).contains(told, "from the beginning (restart 1 of 2)");
        });
        assertThat(last.restarts()).isEqualTo(1);
        assertThat(record(run).restarts()).isEqualTo(1);
    }

    @Test
    void itIsStartedAgainTwiceAtMost() throws IOException {
        RunHandle run = service.start(script("SIGSEGV"), RunOptions.none());

        RunEnd end = run.awaitEnd();

        assertThat(end.state()).isEqualTo(RunState.LOST);
        assertThat(end.explanation()).contains("SIGSEGV", "hs_err_pid", "twice").doesNotContain("SIGABRT");
        assertThat(starts(run)).isEqualTo(3);
        assertThat(RunStatus.of(run.folder()).message()).isEqualTo(end.explanation());
    }

    @Test
    void theLastCheckpointIsNamedWhereThereIsOne() throws IOException {
        RunHandle run = service.start(script("stop-SIGKILL finish"), RunOptions.none());
        Files.createDirectories(run.folder().checkpoints().resolve("epoch-0001"));
        worker(run).destroyForcibly();

        assertThat(run.awaitEnd().state()).isEqualTo(RunState.FINISHED);
        assertThat(run.folder().events()).content().contains("from its last checkpoint (restart 1 of 2)");
    }

    @Test
    void aWorkerThatTheUserWantedToStopIsNotStartedAgain() throws IOException {
        RunHandle run = service.start(script("stop-SIGKILL finish"), RunOptions.none());
        run.send(RunCommand.STOP_NOW);

        assertThat(run.awaitEnd().state()).isEqualTo(RunState.LOST);
        assertThat(starts(run)).isEqualTo(1);
    }

    @Test
    void ofTwoThatLookAfterARunOneStartsItAgain() throws IOException {
        RunHandle started = service.start(script("wait finish"), RunOptions.none());
        ProcessHandle worker = worker(started);
        RunHandle attached = newService().attach(started.folder()).orElseThrow();

        worker.destroyForcibly();

        assertThat(started.awaitEnd().state()).isEqualTo(RunState.FINISHED);
        assertThat(attached.awaitEnd()).isEqualTo(started.awaitEnd());
        assertThat(starts(started)).isEqualTo(2);
        assertThat(record(started).restarts()).isEqualTo(1);
    }

    @Test
    void whoAttachedStartsItAgainWhenTheStarterIsGone() throws IOException {
        RunHandle run = startedByAProcessThatIsGone("wait finish");
        ProcessHandle worker = worker(run);
        RunHandle attached = service.attach(run.folder()).orElseThrow();
        assertThat(service.attach(run.folder())).containsSame(attached);

        worker.destroyForcibly();

        assertThat(attached.awaitEnd().state()).isEqualTo(RunState.FINISHED);
        assertThat(record(run).restarts()).isEqualTo(1);
    }

    @Test
    void theLimitHoldsForWhoAttaches() throws IOException {
        RunHandle run = startedByAProcessThatIsGone("wait");
        ProcessHandle worker = worker(run);
        new RunRecordFile(run.folder()).update(r -> r.requeued("lost", 2, r.since()).withProcess(r.process())
                .withState(RunState.STARTING, "", r.since()).withState(RunState.RUNNING, "", r.since()));
        RunHandle attached = service.attach(run.folder()).orElseThrow();

        worker.destroyForcibly();

        assertThat(attached.awaitEnd().state()).isEqualTo(RunState.LOST);
        assertThat(starts(run)).isEqualTo(1);
    }

    @Test
    void aRunThatNobodyLooksAfterIsLostAndCanBeResumed() throws Exception {
        RunHandle run = startedByAProcessThatIsGone("wait");
        ProcessHandle worker = worker(run);
        BlockingQueue<RunState> states = new LinkedBlockingQueue<>();
        try (RunMonitor monitor = new RunMonitor(run.folder(), (snapshot, fresh) -> states.add(snapshot.state()))) {
            monitor.start();
            worker.destroyForcibly();
            worker.onExit().join();

            assertThat(service.attach(run.folder())).isEmpty();
            awaitState(states, RunState.LOST);
            Files.writeString(run.folder().experiment(), "finish");
            assertThat(service.resume(run.folder()).awaitEnd().state()).isEqualTo(RunState.FINISHED);
            awaitState(states, RunState.FINISHED);
        }
    }

    private static void awaitState(BlockingQueue<RunState> states, RunState wanted) throws InterruptedException {
        RunState state = states.poll(1, TimeUnit.MINUTES);
        while (state != wanted) {
            assertThat(state).as("a state before " + wanted).isNotNull();
            state = states.poll(1, TimeUnit.MINUTES);
        }
    }

    private RunHandle startedByAProcessThatIsGone(String script) throws IOException {
        RunFolder run = new FakeRuns(folder.resolve("runs")).prepare(script(script), RunOptions.none(), Progress.none());
        new WorkerLauncher(FakeWorker.class.getName()).startDetached(new FakeEngine().worker(null, 2),
                List.of("train", run.path().toString()), run.path(), run.log());
        return new RunHandle(run, new CompletableFuture<>());
    }

    /** The worker of a run, as soon as it has taken the run over. */
    private static ProcessHandle worker(RunHandle run) {
        while (record(run).state() != RunState.RUNNING) {
            assertThat(record(run).state().live()).as("the run is live").isTrue();
            Thread.onSpinWait();
        }
        return record(run).process().handle().orElseThrow();
    }

    private static RunRecord record(RunHandle run) {
        return new RunRecordFile(run.folder()).read();
    }

    private static long starts(RunHandle run) throws IOException {
        return Files.readAllLines(run.folder().log()).stream().filter(line -> line.startsWith("fake worker: [train"))
                .count();
    }

    private RunService newService() {
        return new RunService(new Engines(List.of(new FakeEngine())), new FakeRuns(folder.resolve("runs")),
                new WorkerLauncher(FakeWorker.class.getName()), List.of(), Clock.systemUTC());
    }

    private Path script(String words) throws IOException {
        return Files.writeString(folder.resolve("fake.experiment"), words);
    }
}
