// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.fingerprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vesalius.core.io.ContentHash;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.CheckedDataset.Look;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.FileStamp;

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
     * @param data where the samples are from
     * @param column a column that is read
     * @param samples the samples
     * @param look what is found out; one without a name gives the fingerprints of the reader
     * @param task what is being done, in the user's words
     * @param progress is told how many files have been looked at
     * @return for each sample what was found out; empty for one that can't be read
     * @throws java.util.concurrent.CancellationException if the progress was cancelled; what was read is kept
     */
    public List<Optional<String>> of(CheckedDataset data, Column column, List<Sample> samples, Look look, String task,
            Progress progress) {
        ColumnReader reader = data.readers().of(column);
        Optional<FingerprintFile> file =
                folder.map(it -> new FingerprintFile(it.resolve(name(data.dataset(), column, reader, look))));
        Map<Key, KeptFingerprint> kept = file.map(FingerprintFile::read).orElse(Map.of());
        Map<Key, KeptFingerprint> fresh = new ConcurrentHashMap<>();
        String[] found = new String[samples.size()];
        try {
            new ParallelWork(found.length, i -> found[i] = look(data, column, reader, look, samples.get(i).value(column), kept, fresh))
                    .run(task, progress);
        } catch (IOException e) {
            throw new IllegalStateException("looking at an image tells failures by its result", e);
        } finally {
            file.filter(it -> !fresh.isEmpty()).ifPresent(it -> keep(it, kept, fresh));
        }
        return Stream.of(found).map(Optional::ofNullable).toList();
    }

    /**
     * Concludes something from what was found out.
     *
     * @param data what it is about
     * @param column that it is about
     * @param name what is concluded
     * @param from a hash of all that it follows from; what followed from another is forgotten
     * @param finding concludes it
     */
    public String conclude(CheckedDataset data, Column column, String name, String from, Supplier<String> finding) {
        Optional<FingerprintFile> file = folder.map(it -> new FingerprintFile(it.resolve(hash(String.join("\n",
                data.dataset().folder().toString(), column.name(), name)) + ".bin")));
        Key key = Key.of(from);
        KeptFingerprint known = file.map(FingerprintFile::read).orElse(Map.of()).get(key);
        if (known != null) {
            return known.fingerprint();
        }
        String found = finding.get();
        file.ifPresent(it -> keep(it, Map.of(), Map.of(key, KeptFingerprint.conclusion(found))));
        return found;
    }

    private static String look(CheckedDataset data, Column column, ColumnReader reader, Look look, String value,
            Map<Key, KeptFingerprint> kept, Map<Key, KeptFingerprint> fresh) {
        Path root = data.dataset().root();
        try {
            Optional<FileStamp> stamp = stamp(data, reader, value);
            if (stamp.isEmpty()) {
                return look.finding().of(root, value, column.options());
            }
            Key key = Key.of(value);
            KeptFingerprint known = kept.get(key);
            if (known == null || !known.holdsFor(stamp.get())) {
                long recorded = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
                known = new KeptFingerprint(stamp.get(), recorded, look.finding().of(root, value, column.options()));
                fresh.put(key, known);
            }
            return known.fingerprint();
        } catch (IOException e) {
            // other checks tell what can't be read; it is not kept
            return null;
        }
    }

    /** That of the one file that a fingerprint depends on; empty if it depends on others. */
    private static Optional<FileStamp> stamp(CheckedDataset data, ColumnReader reader, String value) throws IOException {
        List<FileStamp> ordinary = data.files().ordinary(reader, value);
        if (!ordinary.isEmpty()) {
            return ordinary.stream().filter(stamp -> ordinary.size() == 1).findFirst();
        }
        Optional<Path> file = reader.file(data.dataset().root(), value);
        return file.isEmpty() ? Optional.empty() : Optional.of(FileStamp.of(file.get()));
    }

    /** A folder that can't be written costs time only. */
    private void keep(FingerprintFile file, Map<Key, KeptFingerprint> kept, Map<Key, KeptFingerprint> fresh) {
        Map<Key, KeptFingerprint> all = new HashMap<>(kept);
        all.putAll(fresh);
        try {
            file.write(all);
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
                reader.version(), column.options().toString()) + look.name()) + ".bin";
    }

    private static String hash(String text) {
        return ContentHash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
