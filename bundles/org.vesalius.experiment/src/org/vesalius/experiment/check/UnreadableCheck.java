// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Defects;
import org.vesalius.dataset.Sample;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunIntegrity;

/**
 * Samples that can't be read hold the training back until somebody says that they may be left out.
 *
 * @param absent images that could be read at import and are missing or empty now, by the names of their columns
 */
record UnreadableCheck(Map<String, List<Defect>> absent) implements ExperimentCheck {
    private static final String ID = "experiment.unreadable";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        TrainingSettings training = loaded.experiment().getTraining();
        List<Defect> unreadable = unreadable(loaded);
        if (unreadable.isEmpty() || training == null) {
            return List.of();
        }
        String count = unreadable.size() + " of " + RunIntegrity.samples(loaded.dataset()).size() + " samples can't be read";
        String reasons = new Defects(unreadable).text();
        if (training.isLeaveOutUnreadable()) {
            return List.of(Problem.warning(ID, "leaveOutUnreadable", count + " and are left out.",
                    "They are: " + reasons + "."));
        }
        return List.of(Problem.error(ID, "leaveOutUnreadable", count + ": " + reasons + ".",
                "samples.csv names the file of each: repair or remove them, or have such samples left out "
                        + "(Leave out unreadable samples in the experiment, --leave-out-unreadable on the command line).",
                new LabelledFix("Leave them out", () -> training.setLeaveOutUnreadable(true))));
    }

    /** Of the samples that a run uses, in their order, those that it would find it can't read. */
    private List<Defect> unreadable(LoadedExperiment loaded) {
        Dataset dataset = loaded.dataset();
        Map<String, Defect> defects = new LinkedHashMap<>();
        dataset.defects().forEach(defect -> defects.put(defect.sampleId(), defect));
        loaded.experiment().getBindings().stream().map(Binding::getColumn).distinct()
                .flatMap(column -> absent.getOrDefault(column, List.of()).stream())
                .forEach(defect -> defects.putIfAbsent(defect.sampleId(), defect));
        return RunIntegrity.samples(dataset).stream().map(Sample::id).filter(defects::containsKey).map(defects::get)
                .toList();
    }
}
