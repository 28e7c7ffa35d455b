// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.nio.file.Files;
import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Defects;
import org.vesalius.dataset.reader.ColumnReaders;

/** Whether images are missing or empty by now that could be read at import. No image is opened. */
record MissingCheck(ColumnReaders readers) implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        List<Defect> absent = new AbsentImages(readers).find(dataset, progress).values().stream()
                .flatMap(List::stream).toList();
        if (absent.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.warning("dataset.missing", absent.get(0).sampleId(),
                "The images of " + absent.size() + " of " + dataset.samples().size()
                        + " samples can no longer be read: " + new Defects(absent).text() + ".",
                "samples.csv names the file of each. Bring them back, or have training leave such samples out."));
    }
}

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

/** Whether there is a reader for each image column. */
record ReaderCheck(ColumnReaders readers) implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        return dataset.columns().stream()
                .filter(column -> column.type().read() && !readers.has(column.reader()))
                .map(column -> Problem.error("dataset.reader-missing", column.name(),
                        "Column '" + column.name() + "' needs the reader '" + column.reader()
                                + "', which is not installed.",
                        "Readers turn the values of image columns into images. Install the plug-in that brings this "
                                + "one, or change the column in dataset.json."))
                .toList();
    }
}

/** Whether the folder that the samples' paths start from is there. */
final class RootCheck implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        boolean files = dataset.columns().stream().anyMatch(column -> !column.reader().isEmpty());
        if (!files || Files.isDirectory(dataset.root())) {
            return List.of();
        }
        return List.of(Problem.error("dataset.root-missing", "",
                "The folder of the images is missing: " + dataset.root() + ".",
                "It may have been moved or not be mounted. Bring it back, or change \"root\" in dataset.json."));
    }
}
