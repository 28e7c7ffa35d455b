// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.SampleFiles;

/**
 * Images that are missing or empty by now and could be read at import. None is opened.
 *
 * @param readers what image columns may name
 */
public record AbsentImages(ColumnReaders readers) {

    /**
     * Looks at the file of each sample without a recorded defect.
     *
     * @param files those below the root of the data set
     * @param progress is told how many have been looked at
     * @return the defects by the names of the image columns; none if the folder of the images is missing, of which the
     *         check of that folder tells
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public Map<String, List<Defect>> find(Dataset dataset, SampleFiles files, Progress progress) {
        Map<String, List<Defect>> found = new LinkedHashMap<>();
        if (Files.isDirectory(dataset.root())) {
            dataset.columns().stream()
                    .filter(column -> column.type().read() && readers.has(column.reader()))
                    .forEach(column -> found.put(column.name(), absent(dataset, column, files, progress)));
        }
        return found;
    }

    private List<Defect> absent(Dataset dataset, Column column, SampleFiles files, Progress progress) {
        List<Sample> samples = dataset.samples().stream().filter(sample -> dataset.defect(sample).isEmpty()).toList();
        String[] reasons = new String[samples.size()];
        try {
            new ParallelWork(reasons.length, i -> reasons[i] = absence(dataset, column, files, samples.get(i)).orElse(null))
                    .run("Looking for missing samples", progress);
        } catch (IOException e) {
            throw new IllegalStateException("an absence is a result", e);
        }
        List<Defect> absent = new ArrayList<>();
        for (int i = 0; i < reasons.length; i++) {
            if (reasons[i] != null) {
                absent.add(new Defect(samples.get(i).id(), samples.get(i).value(column), reasons[i]));
            }
        }
        return absent;
    }

    private Optional<String> absence(Dataset dataset, Column column, SampleFiles files, Sample sample) {
        try {
            ColumnReader reader = readers.of(column);
            String value = sample.value(column);
            if (files.ordinary(reader, value).isEmpty()) {
                reader.requirePresent(dataset.root(), value);
            }
            return Optional.empty();
        } catch (UnreadableImageException e) {
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            // an error of the disk is told by what reads the image
            return Optional.empty();
        }
    }
}
