// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.engine.Device;
import org.vesalius.engine.Engines;
import org.vesalius.engine.ExecutionEngine;
import org.vesalius.engine.WorkerCommand;
import org.vesalius.experiment.run.Provenance;
import org.vesalius.experiment.run.EvaluationQuestion;
import org.vesalius.experiment.run.NetworkQuestion;
import org.vesalius.experiment.run.PredictionQuestion;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.experiment.run.RunProcess;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus;

/**
 * Starts runs, takes them up again, finds them, and asks the best model of a run. Plain Java: the engines are given.
 * Safe for use from several threads; every method does file work and starts processes, so none belongs on a UI thread.
 */
public final class RunService {

    private final Engines engines;
    private final RunPreparer preparer;
    private final WorkerLauncher launcher;
    private final List<Path> libraries;
    private final Clock clock;
    private final Supervisor supervisor;
    private final RunFinder finder = new RunFinder();
    private final Map<Path, RunHandle> lookedAfter = new ConcurrentHashMap<>();

    /**
     * A service over engines.
     *
     * @param libraries jars added at the end of the class path of every worker
     * @param clock     dates the ends that a worker could not record itself
     */
    public RunService(Engines engines, RunPreparer preparer, WorkerLauncher launcher, List<Path> libraries,
            Clock clock) {
        this.engines = Objects.requireNonNull(engines, "engines");
        this.preparer = Objects.requireNonNull(preparer, "preparer");
        this.launcher = Objects.requireNonNull(launcher, "launcher");
        this.libraries = List.copyOf(libraries);
        this.clock = Objects.requireNonNull(clock, "clock");
        supervisor = new Supervisor(new RunEnding(clock), this::startWorker);
    }

    /**
     * Starts a run in a worker process that goes on when this process ends. While this process goes on, a worker that
     * is lost to a crash, a kill or a shortage of memory is started again, twice at most.
     *
     * @throws ReportedException when the engine or device can't be used, a check fails, or the worker can't be started
     */
    public RunHandle start(Path experiment, RunOptions options) {
        return start(experiment, options, Progress.none());
    }

    /**
     * Starts a run as {@link #start(Path, RunOptions)} does.
     *
     * @param progress of the checks of the data
     * @throws java.util.concurrent.CancellationException when it was cancelled before the worker started
     */
    public RunHandle start(Path experiment, RunOptions options, Progress progress) {
        ComputeTarget target = preparer.target(experiment, options);
        engines.requireDevice(engines.require(target.engine()), target.device());
        return train(preparer.prepare(experiment, options, progress));
    }

    /**
     * Takes a run up again from its newest complete checkpoint, in a worker process as for {@link #start}.
     *
     * @throws ReportedException when the run goes on or ended for good, or its engine or device can't be used
     */
    public RunHandle resume(RunFolder folder) {
        command(folder);
        preparer.prepareResumption(folder);
        return train(folder);
    }

    /**
     * A handle on a run that another process may have started; empty when it has no worker on this machine. From
     * now on this process looks after the run as well: should that process be gone when the worker is lost, this one
     * starts the worker again.
     *
     * @throws ReportedException when the folder holds no readable run
     */
    public Optional<RunHandle> attach(RunFolder folder) {
        RunHandle known = lookedAfter.get(folder.path());
        if (known != null) {
            return Optional.of(known);
        }
        RunStatus status = RunStatus.of(folder);
        RunProcess process = status.record().process();
        boolean elsewhere = process.handle().filter(other -> !other.equals(ProcessHandle.current())).isPresent();
        return status.state().live() && elsewhere
                ? Optional.of(lookAfter(folder, supervisor.follow(folder, process))) : Optional.empty();
    }

    /** The runs directly in a folder of runs, whoever started them; none when there is no such folder. */
    public RunListing find(Path runs) {
        return finder.find(runs);
    }

    /**
     * Measures the best model of a run on one part of its data; blocks until it is done. Measuring on the test part is recorded
     * in the journal of the data set, and what comes of it kept in the run.
     *
     * @param question which part, and what the test part is opened for
     * @param progress is told which run the worker waits for while its device is in use; when it is cancelled, the
     *                 worker is ended
     * @return the metrics with their counts: the keys of {@code org.vesalius.evaluation.EvaluationJson}, and
     *         {@code part}, {@code counts} and {@code patients}; {@code opening} if the test part was opened
     * @throws ReportedException when the run has no model yet, the worker reports an error or dies, or an opening of the
     *         test part can't be recorded
     * @throws java.util.concurrent.CancellationException when the progress was cancelled
     */
    public JsonObject evaluate(RunFolder folder, EvaluationQuestion question, Progress progress) {
        Function<List<String>, JsonObject> worker = more -> {
            List<String> arguments = new ArrayList<>(List.of("--subset", question.subset().text()));
            arguments.addAll(more);
            return new WorkerQuery(launcher, "evaluate", progress).ask(command(folder), folder, arguments, out -> {});
        };
        TestOpening opening = new TestOpening(folder, clock);
        return opening.isAskedFor(question) ? opening.evaluate(question, worker) : worker.apply(List.of());
    }

    /**
     * Lets the best model of a run judge samples; blocks until it is done. Samples of the test part of a data set are an opening
     * of that, which is recorded in its journal.
     *
     * @param question what to judge, all paths absolute
     * @param out      CSV file to write, absolute: one row a sample, in the order given
     * @param progress as for {@link #evaluate}
     * @return {@code rows}, the {@code epoch} of the model, how many are {@code left_out} since they can't be used, and the
     *         first of them as {@code unreadable}: each a {@code sample} (the file, the line of the table, the id in the
     *         data set) with its {@code reason}; and {@code remarks} in the user's words
     * @throws ReportedException when the run has no model yet, or the worker reports an error or dies
     */
    public JsonObject predict(RunFolder folder, PredictionQuestion question, Path out, Progress progress) {
        new TestOpening(folder, clock).predict(question);
        JsonObject answer = new WorkerQuery(launcher, "predict", progress).ask(command(folder), folder,
                List.of("--out", out.toString()), question::write);
        for (JsonElement unreadable : question.files().isEmpty() ? List.<JsonElement>of()
                : answer.getAsJsonArray("unreadable")) {
            int number = unreadable.getAsJsonObject().get("sample").getAsInt();
            unreadable.getAsJsonObject().addProperty("sample", question.files().get(number));
        }
        return answer;
    }

    /**
     * Writes the weights of the best model of a run; blocks until it is done. They are keyed by the ids of the layers
     * of the run's frozen network ({@link RunFolder#network()}), in the layouts of Keras.
     *
     * @param out safetensors file to write, absolute
     * @return {@code epoch} of the model, and how many {@code layers} and {@code numbers} were written
     * @throws ReportedException when the run has no model yet, or the worker reports an error or dies
     */
    public JsonObject weights(RunFolder folder, Path out) {
        return new WorkerQuery(launcher, "weights", Progress.none()).ask(command(folder), folder, List.of("--out", out.toString()),
                in -> {});
    }

    /**
     * Computes with a network that belongs to no run; blocks until it is done.
     *
     * @param progress as for {@link #evaluate}
     * @return {@code samples}, the {@code inputs} and {@code outputs} with {@code name} and {@code shape}, and
     *         {@code remarks}
     * @throws ReportedException when the engine or device can't be used, or the worker reports an error or dies
     */
    public JsonObject compute(NetworkQuestion question, Progress progress) {
        ExecutionEngine engine = engines.require(question.engine());
        Device device = engines.requireDevice(engine, question.device());
        return new WorkerQuery(launcher, "compute", progress).ask(engine.worker(device, 0).withLibraries(libraries),
                question::write);
    }

    private RunHandle train(RunFolder folder) {
        return lookAfter(folder, supervisor.start(folder));
    }

    private RunHandle lookAfter(RunFolder folder, CompletableFuture<RunEnd> end) {
        RunHandle handle = new RunHandle(folder, end);
        lookedAfter.put(folder.path(), handle);
        end.whenComplete((how, error) -> lookedAfter.remove(folder.path(), handle));
        return handle;
    }

    private Process startWorker(RunFolder folder) {
        try {
            return launcher.startDetached(command(folder), List.of("train", folder.path().toString()), folder.path(),
                    folder.log());
        } catch (ReportedException e) {
            recordFailure(folder, e);
            throw e;
        }
    }

    private void recordFailure(RunFolder folder, ReportedException failure) {
        try {
            new RunRecordFile(folder).update(record -> record.withState(RunState.FAILED, failure.getMessage(),
                    clock.instant()));
        } catch (IOException | ReportedException e) {
            // the run shows LOST when this process ends; the reason for both is the failure that is on its way
            failure.addSuppressed(e);
        }
    }

    private WorkerCommand command(RunFolder folder) {
        RunRecord record = new RunRecordFile(folder).read();
        Provenance provenance = record.provenance();
        ExecutionEngine engine = engines.require(provenance.engine());
        Device device = engines.requireDevice(engine, provenance.device());
        return engine.worker(device, provenance.threads()).withLibraries(libraries)
                .withVmArgs(List.of(CrashReport.option(folder)));
    }
}
