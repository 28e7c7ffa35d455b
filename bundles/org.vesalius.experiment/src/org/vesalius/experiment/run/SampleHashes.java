// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;

/**
 * One short hash for each sample and column of a run's data. The run record proves that data changed; this tells in
 * which column, and in how many samples.
 *
 * @param samples ids of the samples in their order
 * @param columns for each column by name, a hash for each sample
 */
public record SampleHashes(List<String> samples, Map<String, List<String>> columns) {
    private static final String FORMAT_KEY = "format";
    /** Version of the file format; the first files didn't say it. */
    private static final int FORMAT = 1;
    private static final int SHORT = 16;
    private static final long MOST_BYTES = 1L << 30;

    /** Copies both. */
    public SampleHashes {
        samples = List.copyOf(samples);
        columns = new LinkedHashMap<>(columns);
        columns.replaceAll((name, hashes) -> List.copyOf(hashes));
    }

    /** The hashes of all columns that hold their values themselves. */
    public static SampleHashes of(Dataset dataset, List<Sample> samples) {
        SampleHashes hashes = new SampleHashes(samples.stream().map(Sample::id).toList(), Map.of());
        for (Column column : dataset.columns()) {
            if (!column.type().read()) {
                hashes = hashes.with(column.name(), samples.stream().map(sample -> sample.value(column)).toList());
            }
        }
        return hashes;
    }

    /**
     * With one more column.
     *
     * @param contents for each sample a text that is the same for the same value: the value, or the hash of a file
     */
    public SampleHashes with(String column, List<String> contents) {
        Map<String, List<String>> more = new LinkedHashMap<>(columns);
        more.put(column, contents.stream().map(SampleHashes::hash).map(hash -> hash.substring(0, SHORT)).toList());
        return new SampleHashes(samples, more);
    }

    /** Those of some samples only. */
    public SampleHashes only(Set<String> wanted) {
        List<Integer> kept = IntStream.range(0, samples.size()).filter(i -> wanted.contains(samples.get(i))).boxed()
                .toList();
        Map<String, List<String>> fewer = new LinkedHashMap<>();
        columns.forEach((name, hashes) -> fewer.put(name, kept.stream().map(hashes::get).toList()));
        return new SampleHashes(kept.stream().map(samples::get).toList(), fewer);
    }

    /** The hash of a column: over one line "sample, tab, hash" a sample. */
    public String sha256(String column) {
        StringBuilder lines = new StringBuilder();
        List<String> hashes = columns.getOrDefault(column, List.of());
        for (int i = 0; i < hashes.size(); i++) {
            lines.append(samples.get(i)).append('\t').append(hashes.get(i)).append('\n');
        }
        return hash(lines.toString());
    }

    /**
     * In what other hashes differ from these, in the user's words; a column that only one of them has is not compared.
     */
    public List<String> differences(SampleHashes now) {
        List<String> found = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        now.samples.forEach(sample -> places.put(sample, places.size()));
        long gone = samples.stream().filter(sample -> !places.containsKey(sample)).count();
        long added = places.size() - (samples.size() - gone);
        if (gone > 0) {
            found.add(of(gone) + " gone");
        }
        if (added > 0) {
            found.add(added + (added == 1 ? " sample is" : " samples are") + " new");
        }
        columns.forEach((column, hashes) -> {
            if (now.columns.containsKey(column)) {
                long other = changed(hashes, now.columns.get(column), places);
                if (other > 0) {
                    found.add("in column '" + column + "' " + of(other) + " not the same");
                }
            }
        });
        if (found.isEmpty() && !samples.equals(now.samples)) {
            found.add("the samples are in another order");
        }
        return found;
    }

    private String of(long count) {
        return count + " of " + samples.size() + (count == 1 ? " samples is" : " samples are");
    }

    private long changed(List<String> hashes, List<String> now, Map<String, Integer> places) {
        long changed = 0;
        for (int i = 0; i < hashes.size(); i++) {
            Integer place = places.get(samples.get(i));
            changed += place != null && !now.get(place).equals(hashes.get(i)) ? 1 : 0;
        }
        return changed;
    }

    /**
     * Replaces a file by these.
     *
     * @throws IOException if it can't be written
     */
    public void write(Path file) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty(FORMAT_KEY, FORMAT);
        new Gson().toJsonTree(this).getAsJsonObject().entrySet()
                .forEach(member -> json.add(member.getKey(), member.getValue()));
        new AtomicFile(file).writeText(json + "\n");
    }

    /**
     * The hashes in a file; empty where there is none, or it is damaged or far too large.
     *
     * @throws ReportedException if it is of a later format
     */
    public static Optional<SampleHashes> read(Path file) {
        if (file.toFile().length() > MOST_BYTES) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            JsonObject json = JsonParser.parseReader(reader).getAsJsonObject();
            if (json.has(FORMAT_KEY) && json.get(FORMAT_KEY).getAsInt() > FORMAT) {
                throw new ReportedException(ErrorKind.INVALID_INPUT,
                        "The hashes of the run's data were written by a newer version of Vesalius.", file,
                        "Open the run with that version or a later one.");
            }
            return Optional.ofNullable(new Gson().fromJson(json, SampleHashes.class)).filter(SampleHashes::whole);
        } catch (IOException | JsonParseException | IllegalStateException | UnsupportedOperationException
                | NumberFormatException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private boolean whole() {
        return columns.values().stream().allMatch(hashes -> hashes.size() == samples.size());
    }

    private static String hash(String text) {
        return ContentHash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
