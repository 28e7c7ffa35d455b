// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.util.List;
import java.util.stream.Stream;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.DatasetCheck;

/**
 * The checks that come with Vesalius and need no statistics. That no patient stands in two subsets need not be checked:
 * such data sets can't be made.
 */
public final class StandardChecks implements DatasetCheck {
    private final List<DatasetCheck> checks;

    /** All of them. */
    public StandardChecks() {
        this(Stream.concat(quick(true), Stream.of(new ContentChecks())).toList());
    }

    private StandardChecks(List<DatasetCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Those that decode no image, for an import that has just decoded all: of duplicates, files that are the same. */
    public static StandardChecks atImport() {
        return new StandardChecks(quick(false).toList());
    }

    private static Stream<DatasetCheck> quick(boolean decoding) {
        return Stream.of(new ReaderCheck(), new RootCheck(), new MappingCheck(), new SubsetCheck(), new CategoryCheck(),
                new CategoryTwinCheck(), new BalanceCheck(), new UnreadableCheck(), new MissingCheck(), new ChangedFileCheck(),
                new PatientColumnCheck(), new DuplicateCheck(decoding), new DepthCheck(), new ImpossibleValueCheck());
    }

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        return checks.stream().flatMap(check -> check.check(data, progress).stream()).toList();
    }
}
