// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.meta.AttributeInfo;

/** Checks that the settings are there, and each number within the limits that the metamodel gives it. */
final class SettingsCheck {
    private static final String MISSING = "experiment.settings.missing";
    private static final String RANGE = "experiment.settings.range";

    List<Problem> check(Experiment experiment) {
        List<Problem> problems = new ArrayList<>();
        missing(experiment).ifPresent(problems::add);
        TreeIterator<EObject> contents = EcoreUtil.getAllContents(experiment, false);
        while (contents.hasNext()) {
            EObject part = contents.next();
            part.eClass().getEAllAttributes().forEach(attribute -> check(part, attribute).ifPresent(problems::add));
        }
        return problems;
    }

    private static Optional<Problem> missing(Experiment experiment) {
        TrainingSettings training = experiment.getTraining();
        if (training == null) {
            return Optional.of(Problem.error(MISSING, "training", "The experiment has no training settings.",
                    "Without them nothing says how the network is trained.", fix("Use the usual settings",
                            () -> experiment.setTraining(usualSettings()))));
        }
        if (training.getOptimizer() == null) {
            return Optional.of(Problem.error(MISSING, "optimizer", "The experiment has no optimiser.",
                    "The optimiser turns gradients into changes of the parameters.", fix("Use Adam",
                            () -> training.setOptimizer(ExperimentFactory.eINSTANCE.createAdam()))));
        }
        return Optional.empty();
    }

    private static TrainingSettings usualSettings() {
        TrainingSettings settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
        settings.setOptimizer(ExperimentFactory.eINSTANCE.createAdam());
        return settings;
    }

    private static Optional<Problem> check(EObject part, EAttribute attribute) {
        if (!(part.eGet(attribute) instanceof Number number)) {
            return Optional.empty();
        }
        AttributeInfo info = AttributeInfo.of(attribute);
        double value = number.doubleValue();
        double least = info.min().orElse(Double.NEGATIVE_INFINITY);
        double most = info.max().orElse(Double.POSITIVE_INFINITY);
        if (value >= least && value <= most) {
            return Optional.empty();
        }
        double near = Double.isNaN(value) ? ((Number) attribute.getDefaultValue()).doubleValue()
                : Math.max(least, Math.min(most, value));
        Object better = EcoreUtil.createFromString(attribute.getEAttributeType(), text(attribute, near));
        return Optional.of(Problem.error(RANGE, attribute.getName(),
                info.label() + " is " + number + ", but has to be between " + text(attribute, least) + " and "
                        + text(attribute, most) + ".",
                info.documentation(), new SetAttribute("Set it to " + better, part, attribute, better)));
    }

    private static String text(EAttribute attribute, double value) {
        boolean whole = attribute.getEAttributeType().getInstanceClass() != double.class;
        return whole && Double.isFinite(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static Fix fix(String label, Runnable change) {
        return new LabelledFix(label, change);
    }
}
