// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.util.Locale;
import org.vesalius.core.ReportedException;
import org.vesalius.worker.control.MemoryShortage;

/**
 * Why a run failed, in the user's words.
 *
 * @param code stable name of the kind of failure
 * @param message what happened and what to do
 */
public record Failure(String code, String message) {
    private static final String LOGGED = "log.txt in the run folder holds its cause; please report it.";

    /** The failure behind what was thrown while a run was trained. */
    static Failure ofTraining(Throwable thrown) {
        return of(thrown, LOGGED + " The run can be resumed from its last checkpoint.");
    }

    /** The failure behind what was thrown while a question was answered that is about a run, or else about none. */
    public static Failure ofQuestion(Throwable thrown, boolean run) {
        return of(thrown, run ? LOGGED : "Run the command again with --debug for its cause, and report that.");
    }

    private static Failure of(Throwable thrown, String unexpected) {
        if (MemoryShortage.isBehind(thrown)) {
            return new Failure("run.out-of-memory", sentences("The worker ran out of memory.",
                    "Take a smaller batch size or a smaller network, or close other programs, then start again."));
        }
        if (thrown instanceof ReportedException reported) {
            return new Failure("run." + reported.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    sentences(reported.getMessage(), reported.remedy()));
        }
        return new Failure("run.unexpected", sentences("The worker met an unexpected error ("
                + thrown.getClass().getSimpleName() + ").", unexpected));
    }

    private static String sentences(String first, String second) {
        return second.isBlank() ? first : first + " " + second;
    }
}
