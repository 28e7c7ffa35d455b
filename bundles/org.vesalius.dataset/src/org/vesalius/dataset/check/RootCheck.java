// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.nio.file.Files;
import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;

/** Whether the folder that the samples' paths start from is there. */
final class RootCheck implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        if (Files.isDirectory(dataset.root())) {
            return List.of();
        }
        return List.of(Problem.error("dataset.root-missing", "",
                "The folder of the pictures is missing: " + dataset.root() + ".",
                "It may have been moved or not be mounted. Bring it back, or change \"root\" in dataset.json."));
    }
}
