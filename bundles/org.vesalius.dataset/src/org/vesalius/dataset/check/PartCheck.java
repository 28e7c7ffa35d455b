// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Part;

/** Whether there are samples to learn from, to choose by, and to test with. */
final class PartCheck implements DatasetCheck {
    private static final String ID = "dataset.part-missing";

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        List<Problem> problems = new ArrayList<>();
        if (dataset.samples(Part.TRAIN).isEmpty()) {
            problems.add(Problem.error(ID, Part.TRAIN.text(), "There is no sample in the train part.",
                    "A network learns from this part. Import the data again with another split."));
        }
        if (dataset.samples(Part.VALIDATION).isEmpty()) {
            problems.add(Problem.warning(ID, Part.VALIDATION.text(), "There is no sample in the validation part.",
                    "The best epoch is chosen by this part; without it, the last epoch is kept, and learning by heart "
                            + "goes unnoticed."));
        }
        if (dataset.samples(Part.TEST).isEmpty()) {
            problems.add(Problem.warning(ID, Part.TEST.text(), "There is no sample in the test part.",
                    "How good a network is can only be told on samples that no choice was based on."));
        }
        return problems;
    }
}
