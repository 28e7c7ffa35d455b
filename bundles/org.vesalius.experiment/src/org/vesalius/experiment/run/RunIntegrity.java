// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.run.Provenance.ColumnHash;

/** Whether a run is still what it began as: the files in its folder, and the data that they name. */
public final class RunIntegrity {
    private static final String REMEDY = "Bring back what it began with, or start the experiment again for a new run.";

    private final RunFolder folder;

    /** @param folder the run */
    public RunIntegrity(RunFolder folder) {
        this.folder = folder;
    }

    /**
     * Compares the frozen files with the run record. A run of an earlier version recorded only the hash of its network.
     *
     * @throws ReportedException if one was changed; it says which, and for the data set in which columns and in how
     *         many samples
     */
    public void requireFiles(Provenance recorded) {
        List<String> changed = changedFiles(recorded);
        if (changed.isEmpty()) {
            return;
        }
        String what = String.join(" and the ", changed);
        String detail = changed.contains("data set") ? tableDifferences() : "";
        throw refused("The run can't be used: the " + what + " in its folder changed since it began"
                + (detail.isEmpty() ? "." : ": " + detail + "."));
    }

    private List<String> changedFiles(Provenance recorded) {
        try {
            return FrozenHashes.of(folder).changed(recorded, folder);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The files of the run can't be read.", folder.path(),
                    "Check the permissions of the run folder and its disk.", e);
        }
    }

    private String tableDifferences() {
        try {
            Dataset dataset = new DatasetFiles().load(folder.dataset());
            SampleHashes now = SampleHashes.of(dataset, samples(dataset));
            return SampleHashes.read(folder.sampleHashes())
                    .map(before -> String.join("; ", before.differences(now))).orElse("");
        } catch (ReportedException e) {
            // what is wrong with it is of less use than that it was changed
            return "";
        }
    }

    /** The samples that a run uses: those that are in a subset. */
    public static List<Sample> samples(Dataset dataset) {
        return dataset.samples().stream().filter(sample -> dataset.subset(sample).isPresent()).toList();
    }

    /**
     * Compares the data with what the run record says of them.
     *
     * @param now the data as they are
     * @param readers tells for a column by name what reads it: id and version; empty for none
     * @throws ReportedException if they differ; it says in which columns and in how many samples
     */
    public void requireData(Provenance recorded, SampleHashes now, Function<String, String> readers) {
        List<String> changed = changed(recorded.columns(), now);
        List<String> reread = new ArrayList<>();
        recorded.columns().forEach((name, hash) -> {
            if (!readers.apply(name).equals(hash.reader())) {
                reread.add("column '" + name + "' was read by '" + hash.reader() + "', which is now '"
                        + readers.apply(name) + "'");
            }
        });
        if (!changed.isEmpty()) {
            Optional<SampleHashes> before = SampleHashes.read(folder.sampleHashes());
            List<String> exact = before.map(then -> then.differences(now)).filter(list -> !list.isEmpty())
                    .orElse(changed);
            throw refused("The run can't go on: its data are not those it began with: " + String.join("; ", exact)
                    + ".");
        }
        if (!reread.isEmpty()) {
            throw refused("The run can't go on: images come out differently in this version of Vesalius: "
                    + String.join("; ", reread) + ".");
        }
    }

    /**
     * Compares some of the data with what the run began with, for a measurement on them. A run that did not record its
     * data can't be compared; where only what each sample held is lost, all data are compared.
     *
     * @param now the data as they are
     * @param samples ids of the samples that are measured on
     * @throws ReportedException if they differ; it says in which columns and in how many samples
     */
    public void requireSamples(SampleHashes now, Set<String> samples) {
        Map<String, ColumnHash> recorded = new RunRecordFile(folder).read().provenance().columns();
        Optional<SampleHashes> before = SampleHashes.read(folder.sampleHashes())
                .filter(hashes -> recorded.isEmpty() || changed(recorded, hashes).isEmpty());
        if (before.isEmpty() && !changed(recorded, now).isEmpty()) {
            throw refused("The data of the run changed, and whether the samples to measure on did can't be told: "
                    + RunFolder.SAMPLE_HASHES + " in its folder is gone or damaged.");
        }
        List<String> differences = before.map(then -> then.only(samples).differences(now.only(samples)))
                .orElse(List.of());
        if (!differences.isEmpty()) {
            throw refused("The samples to measure on are not those the run began with: "
                    + String.join("; ", differences) + ".");
        }
    }

    /** The columns that hold something else than was recorded, in the user's words. */
    private static List<String> changed(Map<String, ColumnHash> recorded, SampleHashes now) {
        return recorded.entrySet().stream().filter(column -> now.columns().containsKey(column.getKey())
                && !now.sha256(column.getKey()).equals(column.getValue().sha256()))
                .map(column -> "column '" + column.getKey() + "' is not the same").toList();
    }

    /**
     * What the record of the run is to say of its data.
     *
     * @param now the data as they are
     * @param readers tells for a column by name what reads it
     */
    public static TreeMap<String, ColumnHash> columns(SampleHashes now, Function<String, String> readers) {
        TreeMap<String, ColumnHash> columns = new TreeMap<>();
        now.columns().keySet()
                .forEach(name -> columns.put(name, new ColumnHash(now.sha256(name), readers.apply(name))));
        return columns;
    }

    private ReportedException refused(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, folder.path(), REMEDY);
    }
}
