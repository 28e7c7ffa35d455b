// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.util.OptionalInt;
import java.util.Set;

import org.vesalius.experiment.run.RunFolder;

/**
 * How a worker was lost that ended without saying so itself.
 *
 * @param explanation what happened, in the user's words
 * @param passing     whether another worker may well come further: after a crash in native code, a kill by the system
 *                    or a shortage of memory, and when nobody knows
 * @param chosen      whether the worker came to its end by itself, or was told to
 */
record WorkerLoss(String explanation, boolean passing, boolean chosen) {

    private static final int USAGE = 2;
    // as the signals of POSIX: HUP, INT, TERM
    private static final Set<Integer> TELLING_SIGNALS = Set.of(1, 2, 15);
    // as the signals of POSIX: ILL, TRAP, ABRT, BUS, FPE, KILL, SEGV, SYS
    private static final Set<Integer> PASSING_SIGNALS = Set.of(4, 5, 6, 7, 8, 9, 11, 31);
    // an exception that nobody handled ends a process of Windows with its number: 0xC0000005 is an access violation
    private static final int EXCEPTION = 0xC0000000;

    /**
     * The loss of a worker.
     *
     * @param pid      its process, gone by now
     * @param exitCode its exit code, known only to the process that started it
     */
    static WorkerLoss of(RunFolder folder, long pid, OptionalInt exitCode) {
        return CrashReport.of(folder, pid).map(WorkerLoss::of).orElseGet(() -> exitCode.isPresent()
                ? of(exitCode.getAsInt()) : new WorkerLoss("The worker ended without a word.", true, false));
    }

    private static WorkerLoss of(CrashReport report) {
        return new WorkerLoss(report.ofMemory() ? ExitExplanation.of(ExitExplanation.OUT_OF_MEMORY)
                : "The worker crashed in native code (" + report.signal() + "); " + report.file()
                        + " in the run folder tells where.",
                true, false);
    }

    private static WorkerLoss of(int exitCode) {
        boolean passing = exitCode == ExitExplanation.OUT_OF_MEMORY || (exitCode & EXCEPTION) == EXCEPTION
                || ExitExplanation.signal(exitCode).stream().anyMatch(PASSING_SIGNALS::contains);
        boolean chosen = exitCode == 0 || exitCode == USAGE
                || ExitExplanation.signal(exitCode).stream().anyMatch(TELLING_SIGNALS::contains);
        return new WorkerLoss(ExitExplanation.of(exitCode), passing, chosen);
    }

    /**
     * Whether another worker shall be started. One that has taken a run over records each end of its own, so that one
     * without a record came from outside, whatever the exit code: TerminateProcess of Windows gives 1.
     *
     * @param takenOver whether the worker had taken the run over
     */
    boolean restarts(boolean takenOver) {
        return passing || takenOver && !chosen;
    }
}
