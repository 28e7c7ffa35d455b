// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;

/**
 * Keeps arrays decoded and preprocessed on disk, so that only the first training on them reads their files. A cache file is named by
 * what it depends on (their content, the reader's version, the shape), so it is never out of date; a
 * damaged one is made anew.
 *
 * <p>Several processes may share the folder: the first one that needs a file makes it, the others wait for it.
 */
public final class TensorCache {
    private final Path folder;
    private final ColumnReaders readers;

    /**
     * A cache in a folder.
     *
     * @param folder is created if need be; may be deleted whenever nothing is open
     * @param readers what reads them
     */
    public TensorCache(Path folder, ColumnReaders readers) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    /**
     * Makes the arrays of these samples ready for reading.
     *
     * @param dataset where the samples are from
     * @param column the column
     * @param shape sizes of the axes that the network takes
     * @param samples the samples, in the order of the indexes they are read by
     * @param progress is told how far it is
     * @return the arrays; samples that can't be read are among its defects
     * @throws ReportedException if the cache can't be written, or the column's reader is missing
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public CachedArrays open(Dataset dataset, Column column, int[] shape, List<Sample> samples,
            Progress progress) {
        ColumnReader reader = readers.of(column);
        KeptForm form = KeptForm.of(column, shape);
        try {
            CacheKey key = new CacheKey(dataset, column, reader, form, samples);
            List<String> fingerprints = key.fingerprints(progress);
            CacheBuild build = new CacheBuild(dataset, column, reader, form, samples);
            CacheFile.Content content = openOrBuild(folder.resolve(key.name(fingerprints) + ".tensors"), build,
                    progress);
            return new CachedArrays(form, content, defects(content.reasons(), samples, column), fingerprints);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "Files can't be read or kept in the cache.", folder,
                    "Check that the folder may be written and that the disk has space left.", e);
        }
    }

    private CacheFile.Content openOrBuild(Path file, CacheBuild build, Progress progress) throws IOException {
        Optional<CacheFile.Content> ready = build.cacheFile(file).open();
        if (ready.isPresent()) {
            return ready.get();
        }
        Files.createDirectories(folder);
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return buildLocked(channel, file, build, progress);
        }
    }

    private static CacheFile.Content buildLocked(FileChannel channel, Path file, CacheBuild build, Progress progress)
            throws IOException {
        try (FileLock lock = channel.lock()) {
            Optional<CacheFile.Content> madeMeanwhile = build.cacheFile(file).open();
            return madeMeanwhile.isPresent() && lock.isValid() ? madeMeanwhile.get() : build.run(file, progress);
        } catch (OverlappingFileLockException e) {
            // another thread of this process is at it; building it twice is wasteful, but each result is complete
            return build.run(file, progress);
        }
    }

    private static List<Defect> defects(Map<Integer, String> reasons, List<Sample> samples, Column column) {
        return reasons.entrySet().stream().map(entry -> {
            Sample sample = samples.get(entry.getKey());
            return new Defect(sample.id(), sample.value(column), entry.getValue());
        }).toList();
    }
}
