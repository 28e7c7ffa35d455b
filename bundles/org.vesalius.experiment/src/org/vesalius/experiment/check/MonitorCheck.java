// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.EarlyStopping;
import org.vesalius.experiment.MonitoredMetric;
import org.vesalius.experiment.io.LoadedExperiment;

/** Early stopping looks at something that is measured. */
final class MonitorCheck implements ExperimentCheck {
    private static final String ID = "experiment.early-stopping";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        if (loaded.experiment().getTraining() == null || loaded.experiment().getTraining().getEarlyStopping() == null) {
            return List.of();
        }
        EarlyStopping rule = loaded.experiment().getTraining().getEarlyStopping();
        if (rule.getMonitor() == MonitoredMetric.TRAINING_LOSS
                || !loaded.dataset().samples(Subset.VALIDATION).isEmpty()) {
            return List.of();
        }
        return List.of(Problem.error(ID, "monitor", "Early stopping looks at the validation subset, which is empty.",
                "Without validation samples nothing tells when the network begins to learn by heart.",
                new LabelledFix("Look at the training loss", () -> rule.setMonitor(MonitoredMetric.TRAINING_LOSS))));
    }
}
