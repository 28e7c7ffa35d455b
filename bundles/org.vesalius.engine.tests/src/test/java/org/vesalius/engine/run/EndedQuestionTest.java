// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.progress.Progress;
import org.vesalius.engine.Engines;
import org.vesalius.engine.fake.FakeEngine;
import org.vesalius.engine.fake.FakeRuns;
import org.vesalius.engine.fake.FakeWorker;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;

/** What is left of a question to a worker when the process that asks is ended before the answer: no name of a patient. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
@Timeout(120)
class EndedQuestionTest {
    private static final String PATIENT = "smith-john";

    @TempDir
    Path folder;

    private Path temporary;
    private Process asking;

    @BeforeEach
    void ask() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        asking = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary, "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Asking.class.getName(), folder.toString()).inheritIO().start();
        while (!asked() && asking.isAlive()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(asking.isAlive()).isTrue();
    }

    @Test
    void nothingIsLeftByOneThatIsToldToEnd() throws IOException, InterruptedException {
        List<ProcessHandle> workers = asking.children().toList();
        asking.destroy();
        asking.waitFor();

        assertThat(files(temporary)).isEmpty();
        assertThat(workers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void noNameIsLeftByOneThatIsKilled() throws IOException, InterruptedException {
        List<ProcessHandle> workers = asking.children().toList();
        asking.destroyForcibly().waitFor();
        workers.forEach(ProcessHandle::destroyForcibly);

        for (Path file : files(folder)) {
            assertThat(file).content().as(file.toString()).doesNotContain(PATIENT);
        }
    }

    private boolean asked() throws IOException {
        return files(temporary).stream().anyMatch(file -> file.endsWith("result.json"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** A process that asks a worker which never answers. */
    static final class Asking {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            RunService service = new RunService(new Engines(List.of(new FakeEngine())),
                    new FakeRuns(folder.resolve("runs")), new WorkerLauncher(FakeWorker.class.getName()), List.of(),
                    Clock.systemUTC());
            Path script = Files.writeString(folder.resolve("fake.experiment"), "finish");
            RunHandle run = service.start(script, RunOptions.none());
            run.awaitEnd();
            Files.writeString(run.folder().path().resolve(RunFolder.EXPERIMENT), "wait");
            service.predict(run.folder(), PredictionQuestion.ofFiles(List.of(folder.resolve(PATIENT + ".png"))), folder.resolve("out.csv"),
                    Progress.none());
        }
    }
}
