// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.nio.file.Path;
import java.util.List;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.journal.Waivers;

/** An experiment that can't be run, with all that is wrong with it. */
public final class InvalidExperiment extends ReportedException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * @param file the file of the experiment
     * @param problems what was found; at least one error
     */
    public InvalidExperiment(Path file, List<Problem> problems) {
        super(ErrorKind.INVALID_INPUT, message(problems), file, remedy(problems));
        this.problems = List.copyOf(problems);
    }

    /** All that was found, errors and lesser things. */
    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(Problem::isError).toList();
    }

    private static String message(List<Problem> problems) {
        List<Problem> errors = errors(problems);
        String others = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return errors.get(0).message() + others;
    }

    private static String remedy(List<Problem> problems) {
        Problem first = errors(problems).get(0);
        String waiver = Waivers.mayWaive(first) ? " To train in spite of it, say why: in the form of the experiment, or with --waive "
                + first.checkId() + "='reason' on the command line." : "";
        return first.explanation() + (first.fixes().isEmpty() ? "" : " " + first.fixes().get(0).label() + ".") + waiver;
    }
}
