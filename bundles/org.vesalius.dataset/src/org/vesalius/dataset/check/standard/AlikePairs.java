// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vesalius.core.io.ContentHash;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.CheckedDataset.Look;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.similar.NearPairs;
import org.vesalius.dataset.similar.PerceptualHash;
import org.vesalius.dataset.similar.Thumbnail;

/**
 * Looks for samples of a column with the same images. Those that show the same are suspected by their hashes and then
 * compared in detail, but not within one patient, where images may well be alike: slices, frames, both breasts.
 */
final class AlikePairs {
    /**
     * Of 3,068 real images (chests, skin, cells) no two that differ reached 0.75 among those with near hashes, and of 2,200 that were
     * encoded anew, scaled, brightened or all of these, the least reached 0.89.
     */
    private static final double LEAST_LIKENESS = 0.85;
    private static final int MOST_PAIRS = 1_000_000;
    private static final String NEAR = "near pairs 1";
    private static final String THUMBNAILS = "thumbnail 1";

    private final CheckedDataset data;
    private final Column column;
    private final Progress progress;
    private final List<Sample> samples;

    AlikePairs(CheckedDataset data, Column column, Progress progress) {
        this.data = data;
        this.column = column;
        this.progress = progress;
        samples = StoredContent.samples(data.dataset(), column);
    }

    /** All pairs: of those with the very same values each with the first, and then those that show the same. */
    List<AlikePair> find() {
        List<Optional<StoredContent>> contents = StoredContent.of(data, column, samples, progress);
        Map<String, Integer> firsts = new HashMap<>();
        List<AlikePair> pairs = new ArrayList<>();
        List<Integer> distinct = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            StoredContent content = contents.get(i).orElse(null);
            if (content == null || content.constant()) {
                continue;
            }
            Integer first = firsts.putIfAbsent(content.sha256(), i);
            if (first != null) {
                pairs.add(new AlikePair(samples.get(first), samples.get(i), true));
            } else if (content.hash().isPresent()) {
                distinct.add(i);
            }
        }
        pairs.addAll(near(distinct, contents));
        return pairs;
    }

    private List<AlikePair> near(List<Integer> distinct, List<Optional<StoredContent>> contents) {
        Optional<Column> patient = data.dataset().first(ColumnRole.PATIENT);
        List<PerceptualHash> hashes = distinct.stream().map(i -> contents.get(i).orElseThrow().hash().orElseThrow()).toList();
        List<String> patients = patient.isEmpty() ? List.of() : distinct.stream().map(i -> person(patient.get(), samples.get(i))).toList();
        List<NearPairs.Pair> suspects = NearPairs.Pair.parse(data.conclude(column, NEAR, hash(hashes, patients),
                () -> NearPairs.Pair.text(nearHashes(hashes, patients))));
        Map<Integer, Thumbnail> thumbnails = thumbnails(suspects, distinct);
        return suspects.stream()
                .filter(pair -> thumbnails.containsKey(pair.first()) && thumbnails.containsKey(pair.second()))
                .filter(pair -> thumbnails.get(pair.first()).likeness(thumbnails.get(pair.second())) >= LEAST_LIKENESS)
                .map(pair -> new AlikePair(samples.get(distinct.get(pair.first())), samples.get(distinct.get(pair.second())), false))
                .toList();
    }

    /** All pairs of near hashes, but those of one patient. */
    private List<NearPairs.Pair> nearHashes(List<PerceptualHash> hashes, List<String> patients) {
        return new NearPairs(hashes, (one, other) -> patients.isEmpty() || patients.get(one).isEmpty()
                || !patients.get(one).equals(patients.get(other)), MOST_PAIRS).find("Comparing what images show", progress);
    }

    private static String person(Column patient, Sample sample) {
        return sample.lacks(patient) ? "" : sample.value(patient);
    }

    /** Of all that tells which pairs are near. */
    private static String hash(List<PerceptualHash> hashes, List<String> patients) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        hashes.forEach(hash -> all.writeBytes(hash.bytes()));
        patients.forEach(patient -> all.writeBytes((patient + "\n").getBytes(StandardCharsets.UTF_8)));
        return ContentHash.sha256(all.toByteArray());
    }

    private Map<Integer, Thumbnail> thumbnails(List<NearPairs.Pair> pairs, List<Integer> distinct) {
        TreeSet<Integer> needed = new TreeSet<>();
        pairs.forEach(pair -> needed.addAll(List.of(pair.first(), pair.second())));
        List<Integer> indexes = List.copyOf(needed);
        ColumnReader reader = data.readers().of(column);
        List<Optional<String>> texts = data.look(column, indexes.stream().map(i -> samples.get(distinct.get(i))).toList(),
                new Look(THUMBNAILS, (root, value, options) -> reader.read(root, value, options, array -> {
                    StoredContent content = StoredContent.of(array);
                    return Thumbnail.of(array, content.least(), content.greatest()).text();
                })), "Comparing images that are alike", progress);
        Map<Integer, Thumbnail> found = new HashMap<>();
        for (int i = 0; i < indexes.size(); i++) {
            int index = indexes.get(i);
            texts.get(i).ifPresent(text -> found.put(index, Thumbnail.parse(text)));
        }
        return found;
    }
}
