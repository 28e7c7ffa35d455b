// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vesalius.experiment.ExperimentPackage;
import org.vesalius.experiment.binding.Bindings.BoundInput;
import org.vesalius.experiment.RandomBrightness;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.ClassWeight;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.EarlyStopping;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.MovedPlaces;
import org.vesalius.experiment.binding.TargetKind;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.experiment.binding.OutputKinds;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.io.StartWeights;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.metric.MonitoredMetric;

/** A check of how it is trained. */
sealed interface TrainingCheck extends ExperimentCheck {
}

/** Class weights name categories that there are, each once. */
final class ClassWeightCheck implements TrainingCheck {
    private static final String ID = "experiment.class-weights";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        TrainingSettings training = loaded.experiment().getTraining();
        List<BoundOutput> outputs = loaded.bindings().outputs();
        if (training == null || training.getClassWeighting() == ClassWeighting.NONE || outputs.isEmpty()) {
            return List.of();
        }
        if (outputs.stream().allMatch(output -> output.categories().isEmpty() && output.kind() != TargetKind.LABELS)) {
            return List.of(Problem.error(ID, "classWeighting",
                    "Class weights need an output that tells categories or labels; this network has none.",
                    "Each of them has a weight.", new LabelledFix("Let all samples count the same",
                            () -> training.setClassWeighting(ClassWeighting.NONE))));
        }
        return training.getClassWeighting() == ClassWeighting.CUSTOM ? checkNames(training, outputs) : List.of();
    }

    private static List<Problem> checkNames(TrainingSettings training, List<BoundOutput> outputs) {
        List<String> categories = outputs.stream()
                .flatMap(output -> output.kind() == TargetKind.LABELS ? output.names().stream() : output.categories().stream())
                .distinct().toList();
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (ClassWeight weight : training.getClassWeights()) {
            String category = String.valueOf(weight.getCategory());
            if (!categories.contains(category) || !seen.add(category)) {
                problems.add(Problem.error(ID, "classWeights",
                        "There is a class weight for '" + category + "', which "
                                + (seen.contains(category) ? "has one already." : "is no category."),
                        "The categories are " + String.join(", ", categories) + ".",
                        new LabelledFix("Remove the weight", () -> training.getClassWeights().remove(weight))));
            }
        }
        return problems;
    }
}

/** Augmentations change pictures, and what has to be moved with them. */
final class AugmentationCheck implements TrainingCheck {
    private static final String ID = "experiment.augmentation";
    private static final String SUBJECT = "augmentations";
    private static final String WHY = "Augmentations change pictures, and arrays of rows, columns and channels slice by slice.";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        TrainingSettings training = loaded.experiment().getTraining();
        if (training == null || training.getAugmentations().isEmpty()) {
            return List.of();
        }
        List<BoundInput> inputs = loaded.bindings().inputs();
        if (!inputs.isEmpty() && inputs.stream().noneMatch(MovedPlaces::of)) {
            return List.of(Problem.warning(ID, SUBJECT, "No input takes pictures or volumes, so that nothing is augmented.",
                    WHY, without(training)));
        }
        List<Problem> problems = new ArrayList<>();
        for (BoundInput input : inputs) {
            if (input.takesArrays() && !MovedPlaces.of(input)) {
                problems.add(Problem.warning(ID, SUBJECT,
                        "The arrays of input '" + input.layer().getName() + "' are not augmented, the pictures are.", WHY,
                        without(training)));
            }
        }
        loaded.bindings().outputs().stream().filter(output -> staysBehind(output, training))
                .forEach(output -> problems.add(Problem.error(ID, SUBJECT,
                        "Pictures are moved in training, but what output '" + output.layer().getName()
                                + "' is compared with is not: its places would no longer be theirs.",
                        "Masks and arrays of rows, columns and channels are moved with the inputs.", without(training))));
        return problems;
    }

    private static boolean staysBehind(BoundOutput output, TrainingSettings training) {
        boolean moves = training.getAugmentations().stream().anyMatch(change -> !(change instanceof RandomBrightness));
        return moves && (output.kind() == TargetKind.ARRAY || output.kind() == TargetKind.PLACES)
                && !MovedPlaces.of(output);
    }

    private static LabelledFix without(TrainingSettings training) {
        return new LabelledFix("Train without augmentations", () -> training.getAugmentations().clear());
    }
}

/** Early stopping looks at something that is measured. */
final class MonitorCheck implements TrainingCheck {
    private static final String ID = "experiment.early-stopping";
    private static final String SUBJECT = "monitor";

    @Override
    public List<Problem> check(LoadedExperiment loaded) {
        if (loaded.experiment().getTraining() == null || loaded.experiment().getTraining().getEarlyStopping() == null) {
            return List.of();
        }
        EarlyStopping rule = loaded.experiment().getTraining().getEarlyStopping();
        Optional<MonitoredMetric> monitored = MonitoredMetric.of(rule.getMonitor());
        if (monitored.isEmpty()) {
            return List.of(Problem.error(ID, SUBJECT,
                    "Early stopping monitors '" + rule.getMonitor() + "', which isn't measured here.",
                    "Another version or a plug-in may know it.", monitor(rule, MonitoredMetric.VALIDATION_LOSS)));
        }
        Optional<String> unmeasured = unmeasured(monitored.get(), loaded);
        if (unmeasured.isPresent()) {
            return List.of(Problem.error(ID, SUBJECT,
                    "Early stopping monitors the " + monitored.get().words() + ", but " + unmeasured.get() + ".",
                    "It would never get better.", monitor(rule, MonitoredMetric.VALIDATION_LOSS)));
        }
        if (monitored.get().subset() == Subset.TRAIN || !loaded.dataset().samples(Subset.VALIDATION).isEmpty()) {
            return List.of();
        }
        return List.of(Problem.error(ID, SUBJECT, "Early stopping looks at the validation subset, which is empty.",
                "Without validation samples nothing tells when the network begins to learn by heart.",
                monitor(rule, MonitoredMetric.TRAINING_LOSS)));
    }

    /** Why a metric is not measured, fit to follow "but"; empty if it is. */
    private static Optional<String> unmeasured(MonitoredMetric monitored, LoadedExperiment loaded) {
        List<OutputKind> outputs = loaded.bindings().outputs().stream().map(OutputKinds::of).toList();
        String name = monitored.output();
        if (!name.isEmpty() && (outputs.size() < 2 || outputs.stream().noneMatch(kind -> kind.output().equals(name)))) {
            return Optional.of(outputs.size() < 2 ? "the network has one output; leave its name out"
                    : "no output has this name");
        }
        if (monitored.subset() == Subset.TRAIN && !monitored.metric().whileTraining()) {
            return Optional.of("it is measured on the validation samples only");
        }
        boolean told = outputs.stream().filter(kind -> name.isEmpty() || kind.output().equals(name))
                .anyMatch(kind -> monitored.metric().tasks().contains(kind.task()));
        if (!told) {
            return Optional.of("no output tells what it is about");
        }
        boolean whole = outputs.size() < 2 || !name.isEmpty() || monitored.metric().whileTraining();
        return whole ? Optional.empty() : Optional.of("it is that of one of several outputs: write "
                + MetricValues.key(monitored.metric(), outputs.get(0).output()));
    }

    private static LabelledFix monitor(EarlyStopping rule, MonitoredMetric metric) {
        return new LabelledFix("Look at the " + metric.words(), () -> rule.setMonitor(metric.id()));
    }
}

/** The weights that training starts from can be read and fit the network. */
final class StartWeightsCheck implements TrainingCheck {
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
                    new LabelledFix("Start without them",
                            () -> training.eUnset(ExperimentPackage.Literals.TRAINING_SETTINGS__START_WEIGHTS))));
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
