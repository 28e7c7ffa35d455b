// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunStatus;

/** Finds the runs in a folder of runs, whoever started them. */
final class RunFinder {

    private static final Comparator<RunSummary> NEWEST_FIRST = Comparator
            .comparing((RunSummary run) -> run.status().record().created()).reversed();

    /** The runs directly in a folder; none when there is no such folder. */
    RunListing find(Path runs) {
        List<RunSummary> found = new ArrayList<>();
        List<ReportedException> damaged = new ArrayList<>();
        for (RunFolder folder : folders(runs)) {
            try {
                found.add(new RunSummary(folder, RunStatus.of(folder)));
            } catch (ReportedException e) {
                damaged.add(e);
            }
        }
        found.sort(NEWEST_FIRST);
        return new RunListing(found, damaged);
    }

    private static List<RunFolder> folders(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(runs)) {
            return children.filter(child -> !child.getFileName().toString().startsWith(".")).map(RunFolder::new)
                    .filter(RunFolder::exists).toList();
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The folder of runs can't be read: " + e.getMessage(),
                    runs, "Check its permissions", e);
        }
    }
}
