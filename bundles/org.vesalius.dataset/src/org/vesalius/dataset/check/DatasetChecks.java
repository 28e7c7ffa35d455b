// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.reader.ImageReaders;

/** All checks of a data set. That no patient stands in two parts need not be checked: such data sets can't be made. */
public final class DatasetChecks {
    private final List<DatasetCheck> checks;

    /**
     * The checks that come with Vesalius.
     *
     * @param readers what image columns may name
     */
    public DatasetChecks(ImageReaders readers) {
        this(List.of(new ReaderCheck(readers), new RootCheck(), new PartCheck(), new CategoryCheck(),
                new BalanceCheck(), new UnreadableCheck(), new PatientColumnCheck(), new DuplicateCheck(readers)));
    }

    /** These checks, in this order. */
    public DatasetChecks(List<DatasetCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Everything that the checks find, in their order. */
    public List<Problem> check(Dataset dataset) {
        return checks.stream().flatMap(check -> check.check(dataset).stream()).toList();
    }
}
