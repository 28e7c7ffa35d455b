// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;

/** Looks for one kind of problem in a data set; has no state. */
@FunctionalInterface
public interface DatasetCheck {
    /**
     * What it finds; empty if all is well.
     *
     * @param progress is told how far a check is that reads files
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    List<Problem> check(Dataset dataset, Progress progress);
}
