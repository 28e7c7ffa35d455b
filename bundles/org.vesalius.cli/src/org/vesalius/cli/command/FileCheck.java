// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.check.ExperimentChecks;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.io.ProjectBlocks;

/** Runs the checks that fit a file: those of a network, a data set or an experiment. */
final class FileCheck {

    private final ExperimentContext context;

    FileCheck(ExperimentContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * What the checks find. That a file is missing, can't be read, or is of no kind that can be checked is a finding as
     * well.
     *
     * @param file a {@code .network} or {@code .experiment} file, a data set's folder or its {@code dataset.json}
     * @param progress of the checks that read images
     */
    List<Problem> check(Path file, Progress progress) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        if (!Files.exists(file)) {
            return List.of(Problem.error("file.missing", "", "There is no such file", "Check the name and the folder"));
        }
        if (name.endsWith("." + ExperimentFiles.EXTENSION)) {
            return experiment(file, progress);
        }
        if (name.endsWith("." + NetworkFiles.EXTENSION)) {
            return network(file);
        }
        if (Files.isDirectory(file) || name.equals(DatasetFiles.MANIFEST)) {
            return dataset(file, progress);
        }
        return List.of(Problem.error("file.kind", "", "This is nothing that can be checked",
                "Give a .network or .experiment file, or the folder of a data set"));
    }

    private List<Problem> experiment(Path file, Progress progress) {
        try {
            return new ExperimentChecks(context).check(file, progress);
        } catch (ReportedException e) {
            return List.of(unreadable("experiment.file", e));
        }
    }

    private List<Problem> network(Path file) {
        try {
            return new NetworkAnalyser(context.layers()).analyse(new NetworkFiles(context.layers()).load(file),
                    ProjectBlocks.of(file, context.layers())).problems();
        } catch (ReportedException e) {
            return List.of(unreadable("network.file", e));
        }
    }

    private List<Problem> dataset(Path folder, Progress progress) {
        try {
            return context.datasetChecks().check(new DatasetFiles().load(folder), progress);
        } catch (ReportedException e) {
            return List.of(unreadable("dataset.file", e));
        }
    }

    private static Problem unreadable(String checkId, ReportedException e) {
        String where = e.where().map(path -> path + ": ").orElse("");
        return Problem.error(checkId, "", where + e.getMessage(), e.remedy());
    }
}
