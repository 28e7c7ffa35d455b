// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.fingerprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vesalius.core.io.ContentHash;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.CheckedDataset.Look;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.reader.ColumnReader;

/**
 * Fingerprints of images, kept by path, size and times of their files: a file that was not written since is not read
 * again. For checks that may trust the file system; what results depend on is read each time. A file that was written
 * within two seconds before it was read is read once more, since a later write may have left the same time.
 */
public final class KeptFingerprints {
    private static final int MOST_FILES = 64;

    private final Optional<Path> folder;

    private KeptFingerprints(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * Keeps them below a cache.
     *
     * @param cache the folder of the user's cache; may be emptied at any time
     */
    public static KeptFingerprints in(Path cache) {
        return new KeptFingerprints(Optional.of(cache.resolve("fingerprints")));
    }

    /** Keeps nothing. */
    public static KeptFingerprints none() {
        return new KeptFingerprints(Optional.empty());
    }

    /**
     * Finds something out about files.
     *
     * @param dataset where the samples are from
     * @param column a column that is read
     * @param reader its reader
     * @param samples the samples
     * @param look what is found out; one without a name gives the fingerprints of the reader
     * @param task what is being done, in the user's words
     * @param progress is told how many files have been looked at
     * @return for each sample what was found out; empty for one that can't be read
     * @throws java.util.concurrent.CancellationException if the progress was cancelled; what was read is kept
     */
    public List<Optional<String>> of(Dataset dataset, Column column, ColumnReader reader, List<Sample> samples, Look look,
            String task, Progress progress) {
        Optional<FingerprintFile> file =
                folder.map(it -> new FingerprintFile(it.resolve(name(dataset, column, reader, look))));
        Map<String, KeptFingerprint> before = file.map(FingerprintFile::read).orElse(Map.of());
        Map<String, KeptFingerprint> now = new ConcurrentHashMap<>(before);
        String[] found = new String[samples.size()];
        try {
            new ParallelWork(found.length, i -> found[i] = look(dataset, column, reader, look, samples.get(i), now))
                    .run(task, progress);
        } catch (IOException e) {
            throw new IllegalStateException("looking at an image tells failures by its result", e);
        } finally {
            file.filter(it -> !now.equals(before)).ifPresent(it -> keep(it, now));
        }
        return Stream.of(found).map(Optional::ofNullable).toList();
    }

    private static String look(Dataset dataset, Column column, ColumnReader reader, Look look, Sample sample,
            Map<String, KeptFingerprint> kept) {
        String value = sample.value(column);
        try {
            Optional<Path> file = reader.file(dataset.root(), value);
            if (file.isEmpty()) {
                return look.finding().of(dataset.root(), value, column.options());
            }
            long recorded = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            FileStamp stamp = FileStamp.of(file.get());
            String key = hash(value).substring(0, 32);
            KeptFingerprint known = kept.get(key);
            if (known == null || !known.holdsFor(stamp)) {
                String fingerprint = look.finding().of(dataset.root(), value, column.options());
                known = new KeptFingerprint(stamp, recorded, fingerprint);
                kept.put(key, known);
            }
            return known.fingerprint();
        } catch (IOException e) {
            // other checks tell what can't be read; it is not kept
            return null;
        }
    }

    /** A folder that can't be written costs time only. */
    private void keep(FingerprintFile file, Map<String, KeptFingerprint> now) {
        try {
            file.write(now);
            prune();
        } catch (IOException e) {
            System.getLogger(KeptFingerprints.class.getName()).log(System.Logger.Level.DEBUG,
                    "fingerprints can't be kept");
        }
    }

    private void prune() throws IOException {
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            List<Path> newestFirst = files.sorted(Comparator.comparingLong(KeptFingerprints::time).reversed()).toList();
            for (Path old : newestFirst.subList(Math.min(MOST_FILES, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static long time(Path file) {
        return file.toFile().lastModified();
    }

    private static String name(Dataset dataset, Column column, ColumnReader reader, Look look) {
        return hash(String.join("\n", dataset.folder().toString(), dataset.root().toString(), column.name(), reader.id(),
                reader.version(), column.options().toString()) + look.name()) + ".txt";
    }

    private static String hash(String text) {
        return ContentHash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
