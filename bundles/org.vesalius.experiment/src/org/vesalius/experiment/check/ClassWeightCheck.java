// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.ClassWeight;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.binding.BoundOutput;
import org.vesalius.experiment.io.LoadedExperiment;

/** Class weights name categories that there are, each once, and belong to one output only. */
final class ClassWeightCheck implements ExperimentCheck {
    private static final String ID = "experiment.class-weights";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        TrainingSettings training = loaded.experiment().getTraining();
        List<BoundOutput> outputs = loaded.bindings().outputs();
        if (training == null || training.getClassWeighting() == ClassWeighting.NONE || outputs.isEmpty()) {
            return List.of();
        }
        if (outputs.size() > 1) {
            return List.of(Problem.error(ID, "classWeighting",
                    "Class weights need a network with one output; this one has " + outputs.size() + ".",
                    "A sample has one weight, and the categories of which output it comes from would be left open."));
        }
        return training.getClassWeighting() == ClassWeighting.CUSTOM ? checkNames(training, outputs.get(0))
                : List.of();
    }

    private static List<Problem> checkNames(TrainingSettings training, BoundOutput output) {
        List<String> categories = output.column().categories();
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (ClassWeight weight : training.getClassWeights()) {
            String category = String.valueOf(weight.getCategory());
            if (!categories.contains(category) || !seen.add(category)) {
                problems.add(Problem.error(ID, "classWeights",
                        "There is a class weight for '" + category + "', which "
                                + (seen.contains(category) ? "has one already." : "is no category."),
                        "The categories of column '" + output.column().name() + "' are "
                                + String.join(", ", categories) + ".",
                        new LabelledFix("Remove the weight", () -> training.getClassWeights().remove(weight))));
            }
        }
        return problems;
    }
}
