// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.Experiment;

/**
 * What the checks of a data set advise, in the light of an experiment that may follow it already.
 *
 * @param experiment that learns from the data set
 */
record DataAdvice(Experiment experiment) {
    private static final String IMBALANCE = "dataset.imbalance";
    private static final String VALUES = "dataset.values";

    /** The problems that are left, in their order. */
    List<Problem> of(List<Problem> problems) {
        return problems.stream().filter(problem -> !(problem.checkId().equals(IMBALANCE) && weighted()))
                .map(this::withEncoding).toList();
    }

    private boolean weighted() {
        return experiment.getTraining() != null && experiment.getTraining().getClassWeighting() != ClassWeighting.NONE;
    }

    private Problem withEncoding(Problem problem) {
        if (!problem.checkId().equals(VALUES) || problem.isError() || !standardised(problem.subject())) {
            return problem;
        }
        return new Problem(problem.checkId(), problem.severity(), problem.subject(),
                problem.message().replaceFirst("\\.$", "") + ", then standardised by mean and deviation of the training samples.",
                problem.explanation(), problem.fixes(), problem.samples());
    }

    private boolean standardised(String column) {
        return experiment.getBindings().stream().anyMatch(binding -> column.equals(binding.getColumn())
                && binding.getEncoding() == Encoding.STANDARDISED);
    }
}
