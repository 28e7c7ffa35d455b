// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

/**
 * A run as it is: its record, and whether the process that answers for it is still there.
 *
 * @param state the recorded state, or {@link RunState#LOST} where a live one is recorded and the process is gone
 * @param record what {@code run.json} says
 */
public record RunStatus(RunState state, RunRecord record) {
    /**
     * Looks at a run.
     *
     * @throws org.vesalius.core.ReportedException if the record can't be read
     */
    public static RunStatus of(RunFolder folder) {
        RunRecordFile file = new RunRecordFile(folder);
        RunRecord before = file.read();
        if (!before.state().live() || before.process().alive()) {
            return new RunStatus(before.state(), before);
        }
        // the worker may have written its last state and ended since the record was read
        RunRecord record = file.read();
        boolean lost = record.state().live() && !record.process().alive();
        return new RunStatus(lost ? RunState.LOST : record.state(), record);
    }

    /** What to tell the user: the recorded message, or what LOST means. */
    public String message() {
        return state == RunState.LOST ? "The worker ended without a word; resume the run from its last checkpoint."
                : record.message();
    }
}
