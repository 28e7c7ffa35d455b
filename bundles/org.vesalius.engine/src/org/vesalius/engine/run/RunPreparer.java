// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.nio.file.Path;

import org.vesalius.core.progress.Progress;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;

/** Makes run folders ready for a worker. */
public interface RunPreparer {

    /**
     * What a run of this experiment would compute on.
     *
     * @throws org.vesalius.core.ReportedException when the experiment can't be read
     */
    ComputeTarget target(Path experiment, RunOptions options);

    /**
     * Checks the experiment and everything it names, and freezes copies in a new run folder in state QUEUED.
     *
     * @param progress of the checks of the data
     * @throws org.vesalius.core.ReportedException            when a check fails or the folder can't be written; nothing
     *                                                        is left behind then
     * @throws java.util.concurrent.CancellationException when the progress was cancelled; likewise
     */
    RunFolder prepare(Path experiment, RunOptions options, Progress progress);

    /**
     * Brings a run that ended before its time back to QUEUED.
     *
     * @throws org.vesalius.core.ReportedException when it is still going on, or has ended for good
     */
    void prepareResumption(RunFolder folder);
}
