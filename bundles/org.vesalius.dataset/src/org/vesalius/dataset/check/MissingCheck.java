// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Defects;
import org.vesalius.dataset.reader.ImageReaders;

/** Whether pictures are missing or empty by now that could be read at import. No picture is opened. */
record MissingCheck(ImageReaders readers) implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        List<Defect> absent = new AbsentPictures(readers).find(dataset, progress).values().stream()
                .flatMap(List::stream).toList();
        if (absent.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.warning("dataset.missing", absent.get(0).sampleId(),
                "The pictures of " + absent.size() + " of " + dataset.samples().size()
                        + " samples can no longer be read: " + new Defects(absent).text() + ".",
                "samples.csv names the file of each. Bring them back, or have training leave such samples out."));
    }
}
