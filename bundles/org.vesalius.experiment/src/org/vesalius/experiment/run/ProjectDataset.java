// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.io.ExperimentFiles;

/**
 * The data set of the experiment that a run lies beside, in the usual place. A run goes on with its own copy, so that
 * what was changed in the project meanwhile has no effect on it.
 *
 * @param run the run
 */
public record ProjectDataset(RunFolder run) {

    /**
     * In what the data set of the project differs from the copy of the run, as a sentence; empty if it doesn't, or if the
     * experiment or its data set isn't found.
     */
    public Optional<String> difference() {
        try {
            Dataset frozen = new DatasetFiles().load(run.dataset());
            List<Path> places = places();
            if (places.size() != 1) {
                return Optional.empty();
            }
            List<String> differences = hashes(frozen).differences(hashes(new DatasetFiles().load(places.get(0))));
            return differences.isEmpty() ? Optional.empty() : Optional.of("The data set of the project changed since the"
                    + " run began: " + String.join("; ", differences) + ". The run goes on with the copy it began with;"
                    + " start the experiment again for a run on what is there now.");
        } catch (ReportedException | IOException | InvalidPathException e) {
            // the run needs nothing of it
            return Optional.empty();
        }
    }

    private static SampleHashes hashes(Dataset dataset) {
        return SampleHashes.of(dataset, RunIntegrity.samples(dataset));
    }

    /** The data sets that experiments of that name beside the folder of runs are about. */
    List<Path> places() throws IOException {
        Path runs = run.path().toAbsolutePath().getParent();
        if (runs == null || runs.getParent() == null) {
            return List.of();
        }
        String name = new RunRecordFile(run).read().experiment();
        List<Path> places = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(runs.getParent(),
                "*." + ExperimentFiles.EXTENSION)) {
            for (Path file : files) {
                experiment(file).filter(experiment -> name.equals(experiment.getName()))
                        .map(Experiment::getDataset).ifPresent(dataset -> places.add(file.resolveSibling(dataset)));
            }
        }
        return places;
    }

    private static Optional<Experiment> experiment(Path file) {
        try {
            return Optional.of(new ExperimentFiles().load(file));
        } catch (ReportedException e) {
            // that of the run may be another one
            return Optional.empty();
        }
    }
}
