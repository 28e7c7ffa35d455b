// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.vesalius.cli.context.CliContext.Interrupts;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.output.Console;
import org.vesalius.engine.Engines;
import org.vesalius.engine.ExecutionEngine;
import org.vesalius.engine.classpath.ClassPathEngine;
import org.vesalius.engine.fake.FakeEngine;
import org.vesalius.engine.fake.FakeRuns;
import org.vesalius.engine.fake.FakeWorker;
import org.vesalius.engine.run.ExperimentRuns;
import org.vesalius.engine.run.RunPreparer;
import org.vesalius.engine.run.RunService;
import org.vesalius.engine.run.WorkerLauncher;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.worker.library.WorkerInstallation;

/** The command line in a working folder, with a worker that trains nothing. */
final class CliFixture {

    private static final int WORKER_HEAP = 1500;

    private final Path folder;
    private final RunPreparer preparer;
    private final ExperimentContext experiments;
    private final ExecutionEngine engine;
    private final WorkerLauncher launcher;
    private final List<Throwable> logged = new ArrayList<>();
    private int interruptions;
    private boolean toldToEnd;

    private CliFixture(Path folder, RunPreparer preparer) {
        this(folder, preparer, ExperimentContext.standard(), new FakeEngine(), new WorkerLauncher(FakeWorker.class.getName()));
    }

    private CliFixture(Path folder, RunPreparer preparer, ExperimentContext experiments, ExecutionEngine engine,
            WorkerLauncher launcher) {
        this.folder = folder;
        this.preparer = preparer;
        this.experiments = experiments;
        this.engine = engine;
        this.launcher = launcher;
    }

    /** Runs whose experiments are scripts of the {@link FakeWorker}. */
    static CliFixture withScripts(Path folder) {
        return new CliFixture(folder, new FakeRuns(folder.resolve("runs")));
    }

    /** Runs of real experiments, prepared as in the product. */
    static CliFixture withExperiments(Path folder) {
        return new CliFixture(folder, new ExperimentRuns(ExperimentContext.standard(), Clock.systemUTC()));
    }

    /** Runs of real experiments in real workers, with all readers on the class path. */
    static CliFixture withWorkers(Path folder) {
        Installation installed = new WorkerInstallation(CliFixture.class.getClassLoader(), fault -> {
            throw new IllegalStateException(fault.toString(), fault.cause());
        }).read();
        ExperimentContext experiments = ExperimentContext.of(installed);
        return new CliFixture(folder, new ExperimentRuns(experiments, Clock.systemUTC()), experiments,
                new ClassPathEngine("dl4j", folder.resolve("caches"), WORKER_HEAP), new WorkerLauncher(WorkerLauncher.WORKER_MAIN));
    }

    /** Runs that can't be prepared, for a reason no command expects. */
    static CliFixture failingWith(Path folder, Supplier<? extends Error> reason) {
        return new CliFixture(folder, new FailingRuns(reason));
    }

    /** Presses Ctrl-C as soon as somebody listens. */
    CliFixture pressingCtrlC(int times) {
        interruptions = times;
        return this;
    }

    /** Tells the process to end as soon as somebody listens; it doesn't end, so that what is left can be looked at. */
    CliFixture toldToEnd() {
        toldToEnd = true;
        return this;
    }

    private Interrupts interrupts() {
        return new Interrupts() {
            @Override
            public Handle onInterrupt(Runnable action) {
                for (int i = 0; i < interruptions; i++) {
                    action.run();
                }
                return () -> {};
            }

            @Override
            public Handle onTermination(Runnable action) {
                if (toldToEnd) {
                    action.run();
                }
                return () -> {};
            }
        };
    }

    /** What experiments are made of. */
    ExperimentContext experiments() {
        return experiments;
    }

    /** The causes that went to the log. */
    List<Throwable> logged() {
        return logged;
    }

    /** An experiment that is a script of the {@link FakeWorker}. */
    String script(String word) throws IOException {
        Files.writeString(folder.resolve(word + ".experiment"), word);
        return word + ".experiment";
    }

    /** Runs a command. */
    CliRun run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(stream(out), stream(err), false);
        int exitCode = new VesaliusCommandLine(context(console)).run(arguments);
        return new CliRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private CliContext context(Console console) {
        Engines engines = new Engines(List.of(engine));
        RunService runs = new RunService(engines, preparer, launcher, List.of(), Clock.systemUTC());
        return new CliContext(console, folder, engines, runs, experiments, interrupts(),
                (message, cause) -> logged.add(cause), "1.2.3");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
