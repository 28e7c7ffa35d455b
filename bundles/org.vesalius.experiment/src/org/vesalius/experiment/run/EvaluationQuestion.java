// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.dataset.Subset;

/**
 * What the model of a run is to be measured on.
 *
 * @param subset the subset of its data set; measuring on the test part is recorded in the journal of the data set
 * @param purpose what the test part is opened for, in the words of who does; may be empty
 * @param dataset where the data set of the run is now, if not where it was
 */
public record EvaluationQuestion(Subset subset, String purpose, Optional<Path> dataset) {
    /** No component may be null. */
    public EvaluationQuestion {
        Objects.requireNonNull(subset, "subset");
        Objects.requireNonNull(dataset, "dataset");
        purpose = purpose.strip();
    }

    /** A measurement on a subset of a data set that is where it was. */
    public static EvaluationQuestion of(Subset subset) {
        return new EvaluationQuestion(subset, "", Optional.empty());
    }
}
