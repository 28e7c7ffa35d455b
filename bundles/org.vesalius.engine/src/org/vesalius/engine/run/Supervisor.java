// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunProcess;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;

/**
 * Looks after runs until they end, and starts their workers again where {@link RunEnding} says so. Of several processes
 * that look after a run the one that started the worker comes first, since it alone knows the exit code.
 */
final class Supervisor {

    private static final long SECONDS_OF_COURTESY = 3;
    private static final int MOST_TRIES = 30;

    private final RunEnding ending;
    private final Function<RunFolder, Process> starter;
    private final Executor later = CompletableFuture.delayedExecutor(SECONDS_OF_COURTESY, TimeUnit.SECONDS);
    private final Executor soon = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    /**
     * A supervisor.
     *
     * @param starter starts the worker of a run that stands in the queue
     */
    Supervisor(RunEnding ending, Function<RunFolder, Process> starter) {
        this.ending = Objects.requireNonNull(ending, "ending");
        this.starter = Objects.requireNonNull(starter, "starter");
    }

    /**
     * Starts the worker of a run that stands in the queue, and looks after the run.
     *
     * @return completes when the run has ended
     * @throws ReportedException when the worker can't be started
     */
    CompletableFuture<RunEnd> start(RunFolder folder) {
        return starter.apply(folder).onExit()
                .thenCompose(gone -> after(folder, gone.pid(), OptionalInt.of(gone.exitValue()), MOST_TRIES));
    }

    /**
     * Looks after a run that another process started.
     *
     * @param process the process that answers for it
     * @return completes when the run has ended, or can't be followed from here
     */
    CompletableFuture<RunEnd> follow(RunFolder folder, RunProcess process) {
        return gone(process).thenApplyAsync(ended -> process, later)
                .thenCompose(ended -> after(folder, process.pid(), OptionalInt.empty(), MOST_TRIES));
    }

    private static CompletableFuture<?> gone(RunProcess process) {
        Optional<ProcessHandle> handle = process.handle().filter(other -> !other.equals(ProcessHandle.current()));
        return handle.<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<RunEnd> after(RunFolder folder, long pid, OptionalInt exitCode, int tries) {
        try {
            return goOn(folder, ending.of(folder, pid, exitCode));
        } catch (ReportedException e) {
            if (tries > 1) {
                // a share that is out of reach for a moment often takes the worker along
                return CompletableFuture.supplyAsync(() -> tries - 1, soon)
                        .thenCompose(left -> after(folder, pid, exitCode, left));
            }
            return CompletableFuture.completedFuture(new RunEnd(RunState.LOST, e.report()));
        }
    }

    private CompletableFuture<RunEnd> goOn(RunFolder folder, Aftermath aftermath) {
        if (aftermath instanceof Aftermath.Ended ended) {
            return CompletableFuture.completedFuture(ended.end());
        }
        return aftermath instanceof Aftermath.Again ? startAgain(folder) : followOther(folder);
    }

    private CompletableFuture<RunEnd> startAgain(RunFolder folder) {
        try {
            return start(folder);
        } catch (ReportedException e) {
            return CompletableFuture.completedFuture(new RunEnd(RunState.FAILED, e.getMessage()));
        }
    }

    private CompletableFuture<RunEnd> followOther(RunFolder folder) {
        RunRecord record = new RunRecordFile(folder).read();
        return record.process().onThisHost() ? follow(folder, record.process())
                : CompletableFuture.completedFuture(new RunEnd(record.state(), record.message()));
    }
}
