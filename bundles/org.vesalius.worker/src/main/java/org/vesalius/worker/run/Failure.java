// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.util.Locale;
import org.vesalius.core.ReportedException;

/**
 * Why a run failed, in the user's words.
 *
 * @param code stable name of the kind of failure
 * @param message what happened and what to do
 */
public record Failure(String code, String message) {
    // the exception of C++, which comes across as a message only: "Allocation failed: [std::bad_alloc]" from ND4J
    private static final String NATIVE_SHORTAGE = "bad_alloc";

    /** The failure behind what was thrown. */
    public static Failure of(Throwable thrown) {
        if (ofMemory(thrown)) {
            return new Failure("run.out-of-memory", sentences("The worker ran out of memory.",
                    "Take a smaller batch size or a smaller network, or close other programs, then start again."));
        }
        if (thrown instanceof ReportedException reported) {
            return new Failure("run." + reported.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    sentences(reported.getMessage(), reported.remedy()));
        }
        return new Failure("run.unexpected", sentences("The worker met an unexpected error ("
                + thrown.getClass().getSimpleName() + ").", "log.txt in the run folder holds its cause; please report "
                        + "it. The run can be resumed from its last checkpoint."));
    }

    /** Whether memory ran out, whatever was made of that on its way. */
    public static boolean ofMemory(Throwable thrown) {
        return thrown instanceof OutOfMemoryError || String.valueOf(thrown.getMessage()).contains(NATIVE_SHORTAGE)
                || thrown.getCause() != null && ofMemory(thrown.getCause());
    }

    private static String sentences(String first, String second) {
        return second.isBlank() ? first : first + " " + second;
    }
}
