// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.tests.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.experiment.ui.dataset.PreviewJob;
import org.vesalius.experiment.ui.dataset.PreviewJob.Outcome;

/** A preview of an import ends whatever goes wrong in it, and says so in the words of the window. */
class PreviewJobTest {

    @TempDir
    private Path folder;

    /** As the name of a file that another system allows and this one doesn't. */
    @Test
    void aFailureThatNobodyForesawIsTold() throws Exception {
        Outcome.Refused refused = refused(new InvalidPathException("patient7?.png", "Illegal char"));
        assertEquals("The files can't be looked at like this.", refused.reason());
        assertTrue(refused.remedy().contains("error log"), refused.remedy());
        assertFalse((refused.reason() + refused.remedy()).contains("patient7"), "who the patient is");
    }

    @Test
    void optionsAreNamedAsTheirFields() throws Exception {
        Outcome.Refused refused = refused(new ReportedException(ErrorKind.INVALID_INPUT, "Column 'FILE' isn't there.",
                "Name another one in FILE with --join-on; --help is for the command line."));
        assertEquals("Column 'FILE' isn't there.", refused.reason());
        assertEquals("Name another one in the file with 'Join on'; --help is for the command line.", refused.remedy());
    }

    private Outcome.Refused refused(RuntimeException failure) throws InterruptedException {
        List<Outcome> told = new ArrayList<>();
        ImportRequest request = new ImportRequest(List.of(folder), folder.resolve("data"), "data", Map.of());
        PreviewJob job = new PreviewJob(new Failing(failure), request, ColumnReaders.standard(), Runnable::run, told::add);
        job.schedule();
        job.join();
        assertEquals(1, told.size());
        return (Outcome.Refused) told.get(0);
    }

    /** A kind of files that can't be looked at. */
    private record Failing(RuntimeException failure) implements ImportKind {
        @Override
        public String id() {
            return "failing";
        }

        @Override
        public String title() {
            return "Failing";
        }

        @Override
        public String header() {
            return "Fails.";
        }

        @Override
        public String description() {
            return "Fails.";
        }

        @Override
        public Sources sources() {
            return new Sources("FOLDER", "Any.", true, false);
        }

        @Override
        public List<ImportOption> options() {
            return List.of(ImportOption.text("join-on", "COLUMN", "", "The column."));
        }

        @Override
        public List<String> examples() {
            return List.of();
        }

        @Override
        public DatasetImport of(ImportRequest request) {
            throw failure;
        }
    }
}
