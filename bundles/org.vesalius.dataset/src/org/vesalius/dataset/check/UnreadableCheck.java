// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;

/** Whether samples were found unreadable at import. */
final class UnreadableCheck implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        List<Sample> defective = dataset.samples().stream()
                .filter(sample -> dataset.defect(sample).isPresent()).toList();
        if (defective.isEmpty()) {
            return List.of();
        }
        Sample first = defective.get(0);
        return List.of(Problem.warning("dataset.unreadable", first.id(),
                defective.size() + " of " + dataset.samples().size() + " samples can't be read; the first, " + first.id()
                        + ", " + dataset.defect(first).orElseThrow() + ".",
                "The column 'defect' of samples.csv says for each what is wrong. Repair the files and import again, or "
                        + "have training leave them out."));
    }
}
