// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Defects;

/** Whether samples were found unreadable at import. */
final class UnreadableCheck implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        List<Defect> defects = dataset.defects();
        if (defects.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.warning("dataset.unreadable", defects.get(0).sampleId(),
                defects.size() + " of " + dataset.samples().size() + " samples can't be read: "
                        + new Defects(defects).text() + ".",
                "samples.csv names the file of each. Repair the files and import again, or have training leave them "
                        + "out."));
    }
}
