// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.design;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.ui.problem.ProblemList.Action;
import org.vesalius.ui.problem.ProblemList.Actions;

/**
 * What a list of problems offers for each: the way to its layer, and its fixes in the designer.
 *
 * @param design the designer whose network has the problems
 */
public record ProblemActions(OpenDesign design) implements Function<Problem, Actions> {
    @Override
    public Actions apply(Problem problem) {
        Action reveal = new Action(problem.message(), "Show the layer", () -> design.reveal(problem.subject()));
        List<Action> fixes = problem.fixes().stream().map(fix -> new Action(fix.label(), "Fix this; it can be undone",
                () -> design.fix(problem.checkId(), problem.subject(), fix.label()))).toList();
        return new Actions(Optional.of(reveal), fixes, isDismissible(problem) ? List.of(new Action(
                "Don't show this advice again", "The menu of the Analyser shows it again", () -> design.dismiss(problem)))
                : List.of());
    }

    /** What is dismissed is kept in the project. */
    private boolean isDismissible(Problem problem) {
        return problem.severity() == Severity.ADVICE && design.resource().isPresent();
    }
}
