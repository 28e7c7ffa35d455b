// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Defects;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.reader.ImageReaders;
import org.vesalius.dataset.reader.UnreadableImageException;

/** Whether pictures are missing or empty by now that could be read at import. No picture is opened. */
record MissingCheck(ImageReaders readers) implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        if (!Files.isDirectory(dataset.root())) {
            // every sample would be missing, which the check of the root tells better
            return List.of();
        }
        List<Defect> missing = dataset.columns().stream()
                .filter(column -> column.type() == ColumnType.IMAGE && readers.has(column.reader()))
                .flatMap(column -> missing(dataset, column, progress).stream()).toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.warning("dataset.missing", missing.get(0).sampleId(),
                "The pictures of " + missing.size() + " of " + dataset.samples().size() + " samples are gone: "
                        + new Defects(missing).text() + ".",
                "samples.csv names the file of each. Bring them back, or have training leave such samples out."));
    }

    private List<Defect> missing(Dataset dataset, Column column, Progress progress) {
        List<Sample> samples = dataset.samples().stream().filter(sample -> dataset.defect(sample).isEmpty()).toList();
        String[] reasons = new String[samples.size()];
        try {
            new ParallelWork(reasons.length, i -> reasons[i] = absence(dataset, column, samples.get(i)).orElse(null))
                    .run("Looking for missing pictures", progress);
        } catch (IOException e) {
            throw new IllegalStateException("an absence is a result", e);
        }
        List<Defect> missing = new ArrayList<>();
        for (int i = 0; i < reasons.length; i++) {
            if (reasons[i] != null) {
                missing.add(new Defect(samples.get(i).id(), samples.get(i).value(column), reasons[i]));
            }
        }
        return missing;
    }

    private Optional<String> absence(Dataset dataset, Column column, Sample sample) {
        try {
            readers.of(column).requirePresent(dataset.root(), sample.value(column));
            return Optional.empty();
        } catch (UnreadableImageException e) {
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            // an error of the disk is told by what reads the picture
            return Optional.empty();
        }
    }
}
