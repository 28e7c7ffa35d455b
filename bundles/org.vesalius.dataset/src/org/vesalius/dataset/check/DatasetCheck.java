// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;

/**
 * Looks for one kind of problem in a data set. It has no state, and what it says tells no patient: samples are named by
 * their ids. Errors hold a training back until somebody gives a reason to train nevertheless.
 */
@FunctionalInterface
public interface DatasetCheck {
    /**
     * What it finds; empty if all is well.
     *
     * @param progress is told how far a check is that reads files
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    List<Problem> check(CheckedDataset data, Progress progress);
}
