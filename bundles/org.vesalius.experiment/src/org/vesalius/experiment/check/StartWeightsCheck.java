// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.io.StartWeights;

/** The weights that training starts from can be read and fit the network. */
final class StartWeightsCheck implements ExperimentCheck {
    private static final String ID = "experiment.start-weights";
    private static final String SUBJECT = "startWeights";
    private static final int SHOWN = 5;

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        try {
            return StartWeights.of(loaded).map(StartWeightsCheck::advice).orElse(List.of());
        } catch (ReportedException e) {
            TrainingSettings training = loaded.experiment().getTraining();
            return List.of(Problem.error(ID, SUBJECT, e.getMessage(), e.remedy(),
                    new LabelledFix("Start without them", () -> training.setStartWeights(null))));
        }
    }

    private static List<Problem> advice(StartWeights start) {
        if (start.fresh().isEmpty()) {
            return List.of();
        }
        return List.of(Problem.advice(ID, SUBJECT,
                "The start weights leave out " + list(start.fresh()) + ", which start as their settings say.",
                "That is meant so where the last layers are trained anew for other categories."));
    }

    private static String list(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
