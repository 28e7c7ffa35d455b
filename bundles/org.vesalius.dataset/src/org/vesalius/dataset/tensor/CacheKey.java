// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vesalius.core.io.ContentHash;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;

/** What cached arrays depend on: their content and how they are prepared. */
record CacheKey(Dataset dataset, Column column, ColumnReader reader, KeptForm form, List<Sample> samples) {

    /**
     * A fingerprint of each array.
     *
     * @throws IOException if one that exists can't be looked at
     */
    List<String> fingerprints(Progress progress) throws IOException {
        String[] fingerprints = new String[samples.size()];
        new ParallelWork(fingerprints.length, i -> fingerprints[i] = fingerprint(samples.get(i)))
                .run("Looking at files", progress);
        return List.of(fingerprints);
    }

    /** All of it as one name, 64 hexadecimal digits. */
    String name(List<String> fingerprints) {
        StringBuilder text = new StringBuilder("tensors 1\n");
        text.append(reader.id()).append(' ').append(reader.version()).append('\n');
        text.append(form.key()).append('\n').append(readerOptions()).append('\n');
        for (String fingerprint : fingerprints) {
            text.append(fingerprint).append('\n');
        }
        return ContentHash.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> readerOptions() {
        Map<String, String> options = new TreeMap<>(column.options());
        options.remove(ValueScale.OPTION);
        return options;
    }

    private String fingerprint(Sample sample) throws IOException {
        try {
            return reader.fingerprint(dataset.root(), sample.value(column), column.options());
        } catch (UnreadableImageException e) {
            return "unreadable: " + e.getMessage();
        }
    }
}
