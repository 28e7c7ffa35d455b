// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import com.google.gson.JsonArray;
import org.vesalius.core.ReportedException;

/** A cross-validation that an error ended, with what its runs brought until then. */
public final class UnfinishedFolds extends ReportedException {
    private static final long serialVersionUID = 1L;

    private final ReportedException reason;
    private final transient JsonArray runs;

    /**
     * An error of a fold.
     *
     * @param what the fold, to begin the message with
     * @param remedy what to do beside the remedy of the reason; may be empty
     * @param runs the reports of the runs that ended before
     */
    public UnfinishedFolds(String what, ReportedException reason, String remedy, JsonArray runs) {
        super(reason.kind(), what + ": " + reason.getMessage(), reason.where().orElse(null), both(reason.remedy(), remedy),
                reason.getCause());
        this.reason = reason;
        this.runs = runs.deepCopy();
    }

    private static String both(String first, String second) {
        if (first.isBlank() || second.isBlank()) {
            return first + second;
        }
        return first.replaceFirst("\\.$", "") + "; " + second;
    }

    /** What happened to the fold. */
    public ReportedException reason() {
        return reason;
    }

    /** The reports of the runs that ended before. */
    public JsonArray runs() {
        return runs.deepCopy();
    }
}
