// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Defects;
import org.vesalius.dataset.Sample;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.io.LoadedExperiment;

/** Samples that can't be read hold the training back until somebody says that they may be left out. */
final class UnreadableCheck implements ExperimentCheck {
    /** The same finding as a warning among the checks of data sets, which know nothing of this experiment's wish. */
    static final String OF_DATASET = "dataset.unreadable";

    private static final String ID = "experiment.unreadable";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        Dataset dataset = loaded.dataset();
        TrainingSettings training = loaded.experiment().getTraining();
        Set<String> used = dataset.samples().stream().filter(sample -> dataset.part(sample).isPresent())
                .map(Sample::id).collect(Collectors.toSet());
        List<Defect> unreadable = dataset.defects().stream().filter(defect -> used.contains(defect.sampleId()))
                .toList();
        if (unreadable.isEmpty() || training == null) {
            return List.of();
        }
        String count = unreadable.size() + " of " + dataset.samples().size() + " samples can't be read";
        if (training.isLeaveOutUnreadable()) {
            return List.of(Problem.warning(ID, "leaveOutUnreadable", count + " and are left out.", named(unreadable)));
        }
        return List.of(Problem.error(ID, "leaveOutUnreadable", count + ".",
                named(unreadable) + " Repair or remove them, or have such samples left out "
                        + "(leaveOutUnreadable in the experiment, --leave-out-unreadable on the command line).",
                new LabelledFix("Leave them out", () -> training.setLeaveOutUnreadable(true))));
    }

    private static String named(List<Defect> unreadable) {
        return "They are: " + new Defects(unreadable).text() + ".";
    }
}
