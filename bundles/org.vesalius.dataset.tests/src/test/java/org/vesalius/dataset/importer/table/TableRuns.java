// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.DatasetPreview;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.ImportRun;
import org.vesalius.dataset.reader.ColumnReaders;

/** Imports of tables as the command line asks for them. */
record TableRuns(Path folder) {

    Path write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    Path write(String name, String text, Charset charset) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path out() {
        return folder.resolve("out");
    }

    /** An import; the options are written as on the command line: {@code --name value}. */
    DatasetImport of(List<Path> files, String... options) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i++) {
            List<String> values = settings.computeIfAbsent(options[i].substring(2), none -> new ArrayList<>());
            if (i + 1 < options.length && !options[i + 1].startsWith("--")) {
                values.add(options[++i]);
            }
        }
        return new TableKind().of(new ImportRequest(files, out(), "test", settings));
    }

    ImportReport run(Path file, String... options) {
        return run(List.of(file), options);
    }

    ImportReport run(List<Path> files, String... options) {
        return new ImportRun(of(files, options), out(), ColumnReaders.standard()).run(Progress.none());
    }

    DatasetPreview preview(Path file, String... options) {
        return of(List.of(file), options).preview(Progress.none());
    }
}
