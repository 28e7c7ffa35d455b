// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.pool;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentPackage;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.Provenance;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecordFile;

/** Whether runs differ in nothing but which samples train, validate and test. */
record SameExperiment(List<RunFolder> runs, List<LoadedExperiment> experiments) {
    private static final String REMEDY = "Name the runs of one experiment on one data set, each with another fold to test.";

    void refuse() {
        for (int i = 1; i < runs.size(); i++) {
            String difference = difference(i);
            if (!difference.isEmpty()) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "The runs " + runs.get(0).name() + " and "
                        + runs.get(i).name() + " can't be measured together: their " + difference + ".", runs.get(i).path(), REMEDY);
            }
        }
    }

    private String difference(int run) {
        if (!provenance(0).networkSha256().equals(provenance(run).networkSha256())) {
            return "networks differ";
        }
        if (!Arrays.equals(settings(0), settings(run))) {
            return "settings differ";
        }
        // the frozen experiments name their copies alike
        if (!provenance(0).startWeightsSha256().equals(provenance(run).startWeightsSha256())) {
            return "weights to start from differ";
        }
        return sameData(experiments.get(0).dataset(), experiments.get(run).dataset()) ? "" : "data sets differ";
    }

    private Provenance provenance(int run) {
        return new RunRecordFile(runs.get(run)).read().provenance();
    }

    /** All of the experiment but its name and the fold that tests. */
    private byte[] settings(int run) {
        Experiment copy = EcoreUtil.copy(experiments.get(run).experiment());
        copy.eUnset(ExperimentPackage.Literals.EXPERIMENT__NAME);
        Optional.ofNullable(copy.getFolds()).ifPresent(folds -> folds.eUnset(ExperimentPackage.Literals.CROSS_VALIDATION__TEST));
        return new ExperimentFiles().toBytes(copy);
    }

    private static boolean sameData(Dataset one, Dataset other) {
        List<Column> columns = besidesPart(one);
        if (!columns.equals(besidesPart(other)) || one.samples().size() != other.samples().size()) {
            return false;
        }
        for (int i = 0; i < one.samples().size(); i++) {
            Sample sample = one.samples().get(i);
            Sample same = other.samples().get(i);
            if (!sample.id().equals(same.id())
                    || !columns.stream().allMatch(column -> sample.value(column).equals(same.value(column)))) {
                return false;
            }
        }
        return true;
    }

    private static List<Column> besidesPart(Dataset dataset) {
        return dataset.columns().stream().filter(column -> column.role() != ColumnRole.SUBSET).toList();
    }
}

/** Whether no sample and no patient is in one subset of two runs. */
record DisjointSubsets(List<RunFolder> runs, List<LoadedExperiment> experiments) {

    void refuse(Subset subset) {
        Map<String, RunFolder> seen = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            RunFolder run = runs.get(i);
            Dataset dataset = experiments.get(i).dataset();
            for (Sample sample : dataset.samples(subset)) {
                RunFolder before = seen.putIfAbsent(key(dataset, sample), run);
                if (before != null && before != run) {
                    throw new ReportedException(ErrorKind.INVALID_INPUT, "The " + subset.text() + " samples of the runs "
                            + before.name() + " and " + run.name() + " overlap: " + sample.id() + " or its patient is in both.",
                            run.path(), "Name runs whose test folds differ.");
                }
            }
        }
    }

    private static String key(Dataset dataset, Sample sample) {
        return dataset.first(ColumnRole.PATIENT).filter(patient -> !sample.lacks(patient))
                .map(patient -> "patient " + sample.value(patient)).orElse("sample " + sample.id());
    }
}
