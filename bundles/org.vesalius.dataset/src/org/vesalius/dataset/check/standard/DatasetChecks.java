// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.journal.Waivers;
import org.vesalius.dataset.parallel.Abandonable;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.SampleFiles;

/** Checks of data sets, one after the other. */
public final class DatasetChecks {
    private final List<DatasetCheck> checks;
    private final ColumnReaders readers;
    private final KeptFingerprints kept;

    /**
     * @param checks what is looked for, in this order
     * @param readers what columns may name
     * @param kept what files held when they were looked at last
     */
    public DatasetChecks(List<DatasetCheck> checks, ColumnReaders readers, KeptFingerprints kept) {
        this.checks = List.copyOf(checks);
        this.readers = Objects.requireNonNull(readers, "readers");
        this.kept = Objects.requireNonNull(kept, "kept");
    }

    /**
     * Everything that the checks find, in their order; errors that the journal of the data set waives are warnings.
     *
     * @param progress is told how far checks are that read files
     * @throws CancellationException if the progress was cancelled; soon, whatever is being read
     * @throws org.vesalius.core.ReportedException if the journal can't be read
     */
    public List<Problem> check(Dataset dataset, Progress progress) {
        CheckedDataset data = new KeptDataset(dataset, readers, kept);
        return Waivers.of(dataset.folder()).applied(Abandonable.call(watched -> check(data, watched), progress));
    }

    /**
     * Samples whose images or arrays are the same, or show the same.
     *
     * @param progress as for {@link #check}
     * @throws CancellationException if the progress was cancelled
     */
    public List<AlikePair> alike(Dataset dataset, Progress progress) {
        CheckedDataset data = new KeptDataset(dataset, readers, kept);
        return Abandonable.call(watched -> new DuplicateCheck(true).pairs(data, watched), progress);
    }

    private List<Problem> check(CheckedDataset data, Progress progress) {
        List<Problem> found = new ArrayList<>();
        for (DatasetCheck check : checks) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            found.addAll(check.check(data, progress));
        }
        return found;
    }
}

/** A data set with what is kept of its files. */
record KeptDataset(Dataset dataset, ColumnReaders readers, KeptFingerprints kept, SampleFiles files,
        Map<String, Map<String, Optional<String>>> known) implements CheckedDataset {

    KeptDataset(Dataset dataset, ColumnReaders readers, KeptFingerprints kept) {
        this(dataset, readers, kept, new SampleFiles(dataset.root()), new ConcurrentHashMap<>());
    }

    /** Several checks ask for the same, which is looked at once. */
    @Override
    public List<Optional<String>> look(Column column, List<Sample> samples, Look look, String task, Progress progress) {
        Map<String, Optional<String>> found =
                known.computeIfAbsent(column.name() + "\n" + look.name(), none -> new ConcurrentHashMap<>());
        List<Sample> unknown = found.isEmpty() ? samples : samples.stream().filter(sample -> !found.containsKey(sample.id())).toList();
        if (!unknown.isEmpty()) {
            List<Optional<String>> texts = kept.of(this, column, unknown, look, task, progress);
            for (int i = 0; i < unknown.size(); i++) {
                found.put(unknown.get(i).id(), texts.get(i));
            }
        }
        return samples.stream().map(sample -> Objects.requireNonNull(found.get(sample.id()))).toList();
    }

    @Override
    public String conclude(Column column, String name, String from, Supplier<String> finding) {
        return kept.conclude(this, column, name, from, finding);
    }

    /** Without what files hold. */
    @Override
    public String toString() {
        return "KeptDataset[" + dataset + "]";
    }
}
