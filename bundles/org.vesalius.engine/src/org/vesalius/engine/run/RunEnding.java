// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalInt;

import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;

/**
 * Finds out how a run ended whose worker process is gone, and records it when the worker could not do so itself: LOST
 * when it had taken the run over, FAILED when it never came so far.
 */
final class RunEnding {

    private static final String NO_WORD = "The worker ended without a word.";

    private final Clock clock;

    RunEnding(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * The end of a run.
     *
     * @param pid      the worker process, gone by now
     * @param exitCode its exit code, known only to the process that started it
     */
    RunEnd of(RunFolder folder, long pid, OptionalInt exitCode) {
        try {
            RunRecordFile file = new RunRecordFile(folder);
            RunRecord record = file.read();
            if (!record.state().live() || takenByAnother(record, pid)) {
                return new RunEnd(record.state(), record.message());
            }
            return record(file, record, pid, explanation(exitCode));
        } catch (ReportedException e) {
            return new RunEnd(RunState.LOST, e.report());
        }
    }

    private RunEnd record(RunRecordFile file, RunRecord record, long pid, String explanation) {
        RunState state = record.process().pid() == pid ? RunState.LOST : RunState.FAILED;
        try {
            file.write(record.withState(state, explanation, clock.instant()));
            return new RunEnd(state, explanation);
        } catch (IOException e) {
            return new RunEnd(state, explanation + " This could not be recorded: " + e.getMessage());
        }
    }

    private static boolean takenByAnother(RunRecord record, long pid) {
        long holder = record.process().pid();
        return holder != pid && holder != ProcessHandle.current().pid();
    }

    private static String explanation(OptionalInt exitCode) {
        return exitCode.isPresent() ? ExitExplanation.of(exitCode.getAsInt()) : NO_WORD;
    }
}
