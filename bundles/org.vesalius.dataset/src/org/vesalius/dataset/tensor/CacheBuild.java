// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.vesalius.core.io.PatientMove;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;

/** Reads arrays into a new cache file. */
record CacheBuild(Dataset dataset, Column column, ColumnReader reader, KeptForm form, List<Sample> samples) {

    /** The cache file of these arrays at this place. */
    CacheFile cacheFile(Path file) {
        return new CacheFile(file, samples.size(), form);
    }

    /**
     * Makes the file; it appears when it is complete.
     *
     * @throws IOException if it can't be written; nothing is left behind then
     */
    CacheFile.Content run(Path file, Progress progress) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            write(temporary, progress);
            PatientMove.ofFiles().move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return cacheFile(file).open().orElseThrow(() -> new IOException("a cache file was damaged as it was made"));
    }

    private void write(Path temporary, Progress progress) throws IOException {
        CacheFile target = cacheFile(temporary);
        Map<Integer, String> reasons = new ConcurrentSkipListMap<>();
        try (FileChannel channel = FileChannel.open(temporary,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(temporary))) {
            new ParallelWork(samples.size(), i -> target.writeArray(channel, i, array(i, reasons)))
                    .run(column.type() == ColumnType.IMAGE ? "Decoding images" : "Reading arrays", progress);
            target.finish(channel, reasons);
        }
    }

    // The images are patients' images, and the umask of a shared machine often lets everybody read.
    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
    }

    private byte[] array(int index, Map<Integer, String> reasons) throws IOException {
        try {
            String value = samples.get(index).value(column);
            return form.store(reader, dataset.root(), value);
        } catch (UnreadableImageException e) {
            reasons.put(index, oneLine(e.getMessage()));
            return new byte[form.bytes()];
        }
    }

    private static String oneLine(String reason) {
        return reason.replaceAll("\\s+", " ");
    }
}
