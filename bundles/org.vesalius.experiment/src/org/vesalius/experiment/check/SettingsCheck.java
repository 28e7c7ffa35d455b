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
import org.vesalius.experiment.UsualSettings;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.meta.Limits;

/** Checks that the settings are there, and each number within the limits that the metamodel gives it. */
final class SettingsCheck {
    private static final String MISSING = "experiment.settings.missing";
    private static final String RANGE = "experiment.settings.range";

    List<Problem> check(Experiment experiment) {
        List<Problem> problems = new ArrayList<>();
        missing(experiment).ifPresent(problems::add);
        Limits limits = new Limits();
        TreeIterator<EObject> contents = EcoreUtil.getAllContents(experiment, false);
        while (contents.hasNext()) {
            limits.violations(contents.next()).stream().map(SettingsCheck::problem).forEach(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> missing(Experiment experiment) {
        TrainingSettings training = experiment.getTraining();
        if (training == null) {
            return Optional.of(Problem.error(MISSING, "training", "The experiment has no training settings.",
                    "Without them nothing says how the network is trained.", new LabelledFix("Use the usual settings",
                            () -> experiment.setTraining(UsualSettings.create()))));
        }
        if (training.getOptimizer() == null) {
            return Optional.of(Problem.error(MISSING, "optimizer", "The experiment has no optimiser.",
                    "The optimiser turns gradients into changes of the parameters.", new LabelledFix("Use Adam",
                            () -> training.setOptimizer(ExperimentFactory.eINSTANCE.createAdam()))));
        }
        return Optional.empty();
    }

    private static Problem problem(Limits.Violation violation) {
        Object better = nearest(violation);
        Fix fix = new SetAttribute("Set it to " + better, violation.owner(), violation.attribute(), better);
        return Problem.error(RANGE, violation.attribute().getName(),
                violation.info().label() + " is " + violation.value() + "; allowed is " + violation.allowed() + ".",
                violation.info().documentation(), fix);
    }

    /** The allowed value next to the one that isn't; the default where there is no next one. */
    private static Object nearest(Limits.Violation violation) {
        EAttribute attribute = violation.attribute();
        if (!(violation.value() instanceof Number number) || Double.isNaN(number.doubleValue())) {
            return attribute.getDefaultValue();
        }
        double near = Math.max(violation.info().min().orElse(Double.NEGATIVE_INFINITY),
                Math.min(violation.info().max().orElse(Double.POSITIVE_INFINITY), number.doubleValue()));
        boolean whole = attribute.getEAttributeType().getInstanceClass() != double.class;
        return EcoreUtil.createFromString(attribute.getEAttributeType(),
                whole ? Long.toString((long) near) : Double.toString(near));
    }
}
