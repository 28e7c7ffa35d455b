// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.reader.ColumnReaders;

/**
 * All checks of a data set. That no patient stands in two subsets need not be checked: such data sets can't be made.
 */
public final class DatasetChecks {
    private final List<DatasetCheck> checks;

    /**
     * The checks that come with Vesalius.
     *
     * @param readers what image columns may name
     */
    public DatasetChecks(ColumnReaders readers) {
        this(readers, KeptFingerprints.none());
    }

    /**
     * The checks that come with Vesalius.
     *
     * @param readers what image columns may name
     * @param kept what images held when they were looked at last
     */
    public DatasetChecks(ColumnReaders readers, KeptFingerprints kept) {
        this(List.of(new ReaderCheck(readers), new RootCheck(), new MappingCheck(readers), new SubsetCheck(), new CategoryCheck(),
                new CategoryTwinCheck(), new BalanceCheck(), new UnreadableCheck(), new MissingCheck(readers),
                new ChangedFileCheck(readers, kept),
                new PatientColumnCheck(), new DuplicateCheck(readers, kept), new DepthCheck(readers, kept)));
    }

    /**
     * The checks but those of samples that can't be read, for whoever judges these otherwise.
     *
     * @param readers what image columns may name
     * @param kept what images held when they were looked at last
     */
    public static DatasetChecks besidesUnreadable(ColumnReaders readers, KeptFingerprints kept) {
        return new DatasetChecks(new DatasetChecks(readers, kept).checks.stream()
                .filter(check -> !(check instanceof UnreadableCheck || check instanceof MissingCheck)).toList());
    }

    /** These checks, in this order. */
    public DatasetChecks(List<DatasetCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * Everything that the checks find, in their order.
     *
     * @param progress is told how far checks are that read files
     * @throws CancellationException if the progress was cancelled
     */
    public List<Problem> check(Dataset dataset, Progress progress) {
        List<Problem> found = new ArrayList<>();
        for (DatasetCheck check : checks) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            found.addAll(check.check(dataset, progress));
        }
        return found;
    }
}
