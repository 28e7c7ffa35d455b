// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.ImportFolder;
import org.vesalius.dataset.sequence.text.TextLines;

/** Brings the rows of each sequence together, in a copy that is made part by part, whatever the size of the file. */
final class SortedRows {
    private static final long PART_BYTES = 32L << 20;
    private static final int MOST_PARTS = 256;
    static final String NAME = "sequences.csv";

    private final ImportFolder folder;
    private final TextSample sample;
    private final int id;

    SortedRows(ImportFolder folder, TextSample sample, int id) {
        this.folder = folder;
        this.sample = sample;
        this.id = id;
    }

    /**
     * Writes the copy.
     *
     * @return where it lies until the data set is complete
     * @throws IOException if reading fails
     */
    Path write(List<Path> files, Progress progress) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        int count = (int) Math.min(MOST_PARTS, bytes / PART_BYTES + 1);
        List<Path> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(folder.file("part-" + i + ".tmp"));
        }
        deal(files, bytes, parts, progress);
        Path target = folder.file(NAME);
        try (BufferedWriter out = Files.newBufferedWriter(target)) {
            if (!sample.headings().isEmpty()) {
                copyHeadings(files.get(0), out);
            }
            progress.begin("Sorting sequences", count);
            for (int i = 0; i < count; i++) {
                join(parts.get(i), out, progress);
                Files.delete(parts.get(i));
                progress.advance(i + 1L);
            }
        } catch (IOException e) {
            throw folder.unwritable(e);
        }
        return target;
    }

    private static void copyHeadings(Path file, BufferedWriter out) throws IOException {
        try (InputStream in = Files.newInputStream(file); TextLines lines = new TextLines(in)) {
            lines.next();
            out.write(lines.text());
            out.write('\n');
        }
    }

    private void deal(List<Path> files, long bytes, List<Path> parts, Progress progress) throws IOException {
        progress.begin("Sorting sequences", bytes);
        long before = 0;
        try (Writers writers = new Writers(parts)) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file); TextLines lines = new TextLines(in)) {
                    for (int i = 0; i < sample.headerLines(); i++) {
                        lines.next();
                    }
                    while (lines.next()) {
                        requireGoingOn(progress);
                        writers.write(Math.floorMod(idOf(lines.text()).hashCode(), parts.size()), lines.text());
                        progress.advance(before + lines.end());
                    }
                }
                before += Files.size(file);
            }
        }
    }

    private String idOf(String line) {
        List<String> cells = sample.format().cells(line);
        return id <= cells.size() ? cells.get(id - 1) : "";
    }

    private void join(Path part, BufferedWriter out, Progress progress) throws IOException {
        Map<String, List<String>> byId = new TreeMap<>();
        try (InputStream in = Files.newInputStream(part); TextLines lines = new TextLines(in)) {
            while (lines.next()) {
                requireGoingOn(progress);
                byId.computeIfAbsent(idOf(lines.text()), none -> new ArrayList<>()).add(lines.text());
            }
        }
        for (List<String> rows : byId.values()) {
            for (String row : rows) {
                requireGoingOn(progress);
                out.write(row);
                out.write('\n');
            }
        }
    }

    private static void requireGoingOn(Progress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("cancelled by the user");
        }
    }

    private final class Writers implements Closeable {
        private final List<BufferedWriter> writers = new ArrayList<>();

        Writers(List<Path> parts) {
            try {
                for (Path part : parts) {
                    writers.add(Files.newBufferedWriter(part, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw folder.unwritable(e);
            }
        }

        void write(int part, String line) {
            try {
                writers.get(part).write(line);
                writers.get(part).write('\n');
            } catch (IOException e) {
                throw folder.unwritable(e);
            }
        }

        @Override
        public void close() throws IOException {
            for (BufferedWriter writer : writers) {
                writer.close();
            }
        }
    }
}
