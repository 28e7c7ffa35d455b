// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;

/** Whether there are samples to learn from, to choose by, and to test with. */
final class SubsetCheck implements DatasetCheck {
    private static final String ID = "dataset.part-missing";

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        List<Problem> problems = new ArrayList<>();
        if (dataset.samples(Subset.TRAIN).isEmpty()) {
            problems.add(Problem.error(ID, Subset.TRAIN.text(), "There is no sample in the train subset.",
                    "A network learns from this subset. Import the data again with another split."));
        }
        if (dataset.samples(Subset.VALIDATION).isEmpty()) {
            problems.add(Problem.warning(ID, Subset.VALIDATION.text(), "There is no sample in the validation subset.",
                    "The best epoch is chosen by this subset; without it, the last epoch is kept, and learning by "
                            + "heart "
                            + "goes unnoticed."));
        }
        if (dataset.samples(Subset.TEST).isEmpty()) {
            problems.add(Problem.warning(ID, Subset.TEST.text(), "There is no sample in the test subset.",
                    "How good a network is can only be told on samples that no choice was based on."));
        }
        return problems;
    }
}
