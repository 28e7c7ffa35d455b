// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.Experiment;

/**
 * What is known of an experiment beyond its own file.
 *
 * @param checked the copy of the experiment that was looked at; fixes act on it
 * @param network the network
 * @param dataset the data set
 * @param data the folder of the data set that the checks looked at, if there is one
 * @param problems what the checks found, errors first
 */
public record Resolved(Experiment checked, ResolvedNetwork network, ResolvedDataset dataset, Optional<Path> data,
        List<Problem> problems) {

    private static final String OF_EXPERIMENT = "experiment.";

    /**
     * A fix that can be carried out here.
     *
     * @param label what it does
     * @param result carries it out on the copy that was checked, and gives that copy
     */
    public record AppliedFix(String label, Supplier<Experiment> result) {
    }

    /** Copies the list. */
    public Resolved {
        problems = List.copyOf(problems);
    }

    /** Returns the fixes of a problem that change the experiment; those of its network belong to the designer. */
    public List<AppliedFix> fixesOf(Problem problem) {
        return problem.checkId().startsWith(OF_EXPERIMENT) ? problem.fixes().stream().map(this::applied).toList()
                : List.of();
    }

    private AppliedFix applied(Fix fix) {
        return new AppliedFix(fix.label(), () -> {
            fix.apply();
            return checked;
        });
    }
}
