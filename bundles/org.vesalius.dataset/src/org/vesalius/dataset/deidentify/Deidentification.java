// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.StagedFolder;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.deidentify.FileCleaner.CleanCopy;
import org.vesalius.dataset.importer.FilesBelow;
import org.vesalius.dataset.importer.kind.PassedOver;
import org.vesalius.dataset.parallel.Abandonable;
import org.vesalius.dataset.parallel.ParallelWork;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Writes copies of files that no longer tell who the patient is. The folder of the copies appears when all is done; a file
 * that can't be de-identified is left out as a whole, and told. The originals are only read.
 */
public final class Deidentification {
    /** The file among the copies that says how they were made, without a name of an original. */
    public static final String REPORT = "deidentification.json";

    private final Path source;
    private final Path out;
    private final List<FileCleaner> cleaners;
    private final KeyChoice key;

    /**
     * @param source a folder, or a file
     * @param out the folder of the copies, which isn't there yet
     * @param cleaners the kinds of files, of which the first that takes a file cleans it
     * @param key what the pseudonyms are made with
     */
    public Deidentification(Path source, Path out, List<FileCleaner> cleaners, KeyChoice key) {
        this.source = source.toAbsolutePath().normalize();
        this.out = out.toAbsolutePath().normalize();
        this.cleaners = List.copyOf(cleaners);
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Finds out what would be done, and writes nothing.
     *
     * @throws ReportedException if there is nothing that can be de-identified, or places are wrong
     * @throws CancellationException if the progress was cancelled
     */
    public DeidentificationReport look(Progress progress) {
        places().refuse();
        return Abandonable.call(watched -> copies(Optional.empty(), watched), progress);
    }

    /**
     * Writes the copies, their report, and the key if it is kept.
     *
     * @throws ReportedException likewise, or if the copies can't be written; nothing is left behind
     * @throws CancellationException if the progress was cancelled; likewise
     */
    public DeidentificationReport run(Progress progress) {
        places().refuse();
        try (StagedFolder folder = new StagedFolder(out, "de-identification")) {
            return Abandonable.call(watched -> run(folder, watched), progress);
        }
    }

    private Places places() {
        return new Places(source, out, key.file().map(KeyFile::path));
    }

    private DeidentificationReport run(StagedFolder folder, Progress progress) {
        DeidentificationReport report = copies(Optional.of(folder), progress);
        try {
            new ReportFile(folder.file(REPORT)).write(report);
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            key.keep();
            folder.place();
            return report;
        } catch (IOException e) {
            throw unwritable(out, e);
        }
    }

    private DeidentificationReport copies(Optional<StagedFolder> folder, Progress progress) {
        boolean single = !Files.isDirectory(source);
        FilesBelow below = single ? new FilesBelow(List.of(source), List.of()) : FilesBelow.of(source, progress);
        List<Path> files = below.files();
        Copies copies = new Copies(folder);
        below.passedOver().forEach(copies::leaveOut);
        try {
            new ParallelWork(files.size(), i -> copies.take(files.get(i),
                    single ? files.get(i).getFileName().toString() : FilesBelow.name(source, files.get(i))))
                    .run("De-identifying", progress);
        } catch (IOException e) {
            throw FilesBelow.unreadable(source, e);
        }
        return copies.report();
    }

    private static ReportedException unwritable(Path out, IOException cause) {
        return new ReportedException(ErrorKind.ENVIRONMENT, "The copies can't be written.", out,
                "Check that the folder may be written and that the disk has space left.", cause);
    }

    /** What becomes of the files, told from several threads. */
    private final class Copies {
        private final Optional<StagedFolder> folder;
        private final Set<String> names = new HashSet<>();
        private final Set<String> patients = new HashSet<>();
        private final Set<FileCleaner> used = new HashSet<>();
        private final Actions actions = new Actions();
        private final TreeMap<String, Integer> remarks = new TreeMap<>();
        private final List<PassedOver> leftOut = new ArrayList<>();
        private int written;

        Copies(Optional<StagedFolder> folder) {
            this.folder = folder;
        }

        void take(Path file, String place) {
            try {
                FileCleaner cleaner = cleaner(file);
                CleanCopy copy = cleaner.clean(file, place);
                claim(copy.name());
                boolean whole = false;
                try {
                    write(copy);
                    whole = true;
                } finally {
                    release(copy.name(), whole);
                }
                count(cleaner, copy);
            } catch (UnreadableImageException e) {
                leaveOut(new PassedOver(place, e.getMessage()));
            } catch (FileSystemException e) {
                leaveOut(new PassedOver(place, "can't be read from the disk"));
            } catch (IOException e) {
                leaveOut(new PassedOver(place, "is damaged, or can't be read from the disk"));
            }
        }

        private FileCleaner cleaner(Path file) throws IOException {
            for (FileCleaner cleaner : cleaners) {
                if (cleaner.takes(file)) {
                    return cleaner;
                }
            }
            throw new UnreadableImageException("is of no kind that can be de-identified");
        }

        private synchronized void claim(String name) throws UnreadableImageException {
            if (!names.add(name)) {
                throw new UnreadableImageException("says that it is the same instance as another file in this folder");
            }
        }

        /** Another file may have the name of one that turned out damaged. */
        private synchronized void release(String name, boolean whole) {
            if (!whole) {
                names.remove(name);
            }
        }

        /** What can't be written to its end is taken away, so that nothing half done can be found. */
        private void write(CleanCopy copy) throws IOException {
            if (folder.isEmpty()) {
                copy.content().writeTo(OutputStream.nullOutputStream());
                return;
            }
            Path target = target(copy.name());
            boolean whole = false;
            try (OutputStream stream = new Staged(Files.newOutputStream(target), out)) {
                copy.content().writeTo(stream);
                stream.flush();
                whole = true;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(target);
                }
            }
        }

        private Path target(String name) {
            try {
                return folder.orElseThrow().file(name);
            } catch (IOException e) {
                throw unwritable(out, e);
            }
        }

        private synchronized void count(FileCleaner cleaner, CleanCopy copy) {
            used.add(cleaner);
            patients.addAll(copy.patients());
            actions.add(copy.actions());
            copy.remarks().forEach(remark -> remarks.merge(remark, 1, Integer::sum));
            written++;
        }

        synchronized void leaveOut(PassedOver file) {
            leftOut.add(file);
        }

        synchronized DeidentificationReport report() {
            leftOut.sort(Comparator.comparing(PassedOver::path));
            if (written == 0) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "Nothing here can be de-identified"
                        + (leftOut.size() == 1 ? ": the file " + leftOut.get(0).reason() + "." : "."), source,
                        "DICOM and NIfTI files in a folder can be, and tables as CSV or TSV one by one; name the folder or the table.");
            }
            List<String> method = cleaners.stream().filter(used::contains).flatMap(each -> each.method().stream()).toList();
            return new DeidentificationReport(method, written, patients.size(), actions, remarks, leftOut);
        }
    }

    /** The stream of a copy, whose failure ends the whole work, unlike that of an original. */
    private static final class Staged extends FilterOutputStream {
        private final Path out;

        Staged(OutputStream file, Path out) {
            super(new BufferedOutputStream(file, 1 << 16));
            this.out = out;
        }

        @Override
        public void write(int value) {
            told(() -> super.out.write(value));
        }

        @Override
        public void write(byte[] bytes, int start, int count) {
            told(() -> super.out.write(bytes, start, count));
        }

        @Override
        public void flush() {
            told(super.out::flush);
        }

        private void told(Step step) {
            try {
                step.run();
            } catch (IOException e) {
                throw unwritable(out, e);
            }
        }

        private interface Step {
            void run() throws IOException;
        }
    }
}
