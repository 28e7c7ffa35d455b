// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.vesalius.cli.context.CliContext.Interrupts;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.RunReport;
import org.vesalius.cli.output.TrainingText;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.engine.run.RunEnd;
import org.vesalius.engine.run.RunHandle;
import org.vesalius.engine.run.RunMonitor;
import org.vesalius.engine.run.RunSnapshot;
import org.vesalius.experiment.event.RunEvent.Notice;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunCommand;
import org.vesalius.experiment.run.RunStatus;

/** Shows a run until it ends, and hands Ctrl-C on to it. */
final class RunFollower {

    private final CliContext context;
    private final boolean json;
    private final Instant begin = Instant.now();
    private final AtomicInteger interruptions = new AtomicInteger();
    private volatile boolean interrupted;

    /**
     * A follower, to be made before the run is started: earlier events are not shown.
     *
     * @param json whether standard output is for one JSON document
     */
    RunFollower(CliContext context, boolean json) {
        this.context = Objects.requireNonNull(context, "context");
        this.json = json;
    }

    /**
     * Follows a run to its end.
     *
     * @throws ReportedException    when the run failed or was lost
     * @throws InterruptedException when the waiting thread is interrupted
     */
    ExitCode follow(RunHandle run) throws InterruptedException {
        RunReport report = report(run);
        print(report);
        return interrupted ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    /**
     * Follows a run to its end without printing what it brought.
     *
     * @throws ReportedException    when the run failed or was lost
     * @throws InterruptedException when the waiting thread is interrupted
     */
    RunReport report(RunHandle run) throws InterruptedException {
        TrainingText text = new TrainingText(context.console(), json, begin);
        try (Interrupts.Handle handle = context.interrupts().onInterrupt(() -> interrupt(run));
                Interrupts.Handle termination = context.interrupts().onTermination(() -> giveUpPlace(run));
                RunMonitor monitor = new RunMonitor(run.folder(), text)) {
            monitor.start();
            RunEnd end = run.awaitEnd();
            monitor.finish();
            context.console().clearStatus();
            refuseBrokenEnd(run, end, monitor.snapshot());
            interrupted = interruptions.get() > 0 && end.state() == RunState.STOPPED;
            return new RunReport(run.folder(), monitor.snapshot());
        }
    }

    /** Whether Ctrl-C ended the run. */
    boolean interrupted() {
        return interrupted;
    }

    /** Whether Ctrl-C was pressed, even if the run was at its end already. */
    boolean askedToStop() {
        return interruptions.get() > 0;
    }

    private void print(RunReport report) {
        if (json) {
            context.console().line(JsonText.of(report.toJson()));
        } else {
            report.lines().forEach(context.console()::line);
        }
    }

    private void interrupt(RunHandle run) {
        boolean first = interruptions.incrementAndGet() == 1;
        context.console().note(first ? "Stopping after this batch, weights kept; press Ctrl-C again to stop at once."
                : "Stopping at once.");
        run.send(first ? RunCommand.STOP : RunCommand.STOP_NOW);
    }

    /** A run that trains goes on without this process; one that only waits would take the device at any time later. */
    private void giveUpPlace(RunHandle run) {
        if (RunStatus.of(run.folder()).state() == RunState.QUEUED) {
            context.console().note("This process is told to end: the run gives up its place in the queue.");
            run.send(RunCommand.STOP);
        }
    }

    private static void refuseBrokenEnd(RunHandle run, RunEnd end, RunSnapshot snapshot) {
        if (end.state() == RunState.FAILED) {
            Optional<ErrorKind> kind = kind(snapshot);
            throw new ReportedException(kind.orElse(ErrorKind.TRAINING_FAILED), "Training failed: " + end.explanation(),
                    run.folder().path(), remedy(kind) + "log.txt in the run folder holds the details");
        }
        if (end.state() == RunState.LOST) {
            throw new ReportedException(ErrorKind.TRAINING_FAILED, "The worker was lost: " + end.explanation(),
                    run.folder().path(), "`vesalius resume` goes on from the last checkpoint; log.txt in the run "
                            + "folder holds what the worker wrote");
        }
    }

    // A worker that fails leaves a notice whose code names the kind, such as run.invalid-input.
    private static Optional<ErrorKind> kind(RunSnapshot snapshot) {
        List<String> codes = snapshot.notices().stream().map(Notice::code).toList();
        String last = codes.isEmpty() ? "" : codes.get(codes.size() - 1);
        return Arrays.stream(ErrorKind.values())
                .filter(kind -> last.equals("run." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst();
    }

    // A training that diverged goes the same way from its checkpoint, since a run keeps its settings. What is wrong
    // with its input the explanation says together with the way out, which need not lead through this run.
    private static String remedy(Optional<ErrorKind> kind) {
        if (kind.filter(ErrorKind.INVALID_INPUT::equals).isPresent()) {
            return "";
        }
        return kind.filter(ErrorKind.TRAINING_FAILED::equals).isPresent()
                ? "Change the experiment and `vesalius train` it again: resumed, this run would end the same way; "
                : "Remove the cause, then `vesalius resume` goes on from the last checkpoint; ";
    }
}
