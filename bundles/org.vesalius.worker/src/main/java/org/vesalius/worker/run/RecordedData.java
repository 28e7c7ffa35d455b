// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.io.IOException;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Severity;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.FrozenHashes;
import org.vesalius.experiment.run.Provenance;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunIntegrity;
import org.vesalius.experiment.run.SampleHashes;
import org.vesalius.worker.journal.RunJournal;

/** What the run record says of the data: recorded when training begins, compared whenever it goes on. */
final class RecordedData {
    private final RunFolder folder;
    private final RunJournal journal;
    private final ColumnReaders readers;

    RecordedData(RunFolder folder, RunJournal journal, ColumnReaders readers) {
        this.folder = folder;
        this.journal = journal;
        this.readers = readers;
    }

    /**
     * Records the data of a run that begins; those of one that goes on must be the ones recorded.
     *
     * @param goesOn whether there are epochs that were trained on the data before
     * @throws ReportedException if they are not, or the run folder can't be written
     */
    void recordOrCompare(LoadedExperiment loaded, SampleHashes now, boolean goesOn) {
        Provenance recorded = journal.record().provenance();
        if (!recorded.columns().isEmpty()) {
            new RunIntegrity(folder).requireData(recorded, now, name -> reader(loaded, name));
            return;
        }
        if (goesOn) {
            journal.notice(Severity.WARNING, "data.unrecorded", "The run was begun by an earlier version of Vesalius,"
                    + " which did not record what its data held: whether they are still the same can't be told.");
        }
        record(loaded, now);
    }

    private void record(LoadedExperiment loaded, SampleHashes now) {
        try {
            now.write(folder.sampleHashes());
            FrozenHashes files = FrozenHashes.of(folder);
            journal.update(record -> record.withProvenance(record.provenance().withFiles(files)
                    .withColumns(RunIntegrity.columns(now, name -> reader(loaded, name)))));
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The hashes of the data can't be written.",
                    folder.path(), "Check the permissions of the run folder and the space on its disk.", e);
        }
    }

    private String reader(LoadedExperiment loaded, String column) {
        return loaded.dataset().column(column).filter(it -> !it.reader().isEmpty()).map(readers::of)
                .map(RecordedData::version).orElse("");
    }

    private static String version(ColumnReader reader) {
        return reader.id() + " " + reader.version();
    }
}
