// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.util.List;

import org.vesalius.core.ReportedException;

/**
 * The runs found in a folder.
 *
 * @param runs    the runs, newest first
 * @param damaged why other folders that look like runs could not be read
 */
public record RunListing(List<RunSummary> runs, List<ReportedException> damaged) {

    /** Copies the lists. */
    public RunListing {
        runs = List.copyOf(runs);
        damaged = List.copyOf(damaged);
    }
}
