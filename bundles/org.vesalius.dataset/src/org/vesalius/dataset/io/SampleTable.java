// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.util.List;
import org.vesalius.dataset.Sample;

/** What {@code samples.csv} says: the samples, and the line of the file that each begins in. */
record SampleTable(List<Sample> samples, List<Long> lines) {
    /** The heading of the column that holds the samples' ids. */
    static final String ID_HEADING = "sample";
}
