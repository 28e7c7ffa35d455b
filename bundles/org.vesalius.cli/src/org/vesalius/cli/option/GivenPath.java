// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.run.RunFolder;

/**
 * A path that a user gave to a command, which may be something else than the command wants.
 *
 * @param path the path, absolute
 */
public record GivenPath(Path path) {
    private static final String RUN_REMEDY = "Give the folder of a run, as the last line of its training named it";

    /**
     * The path as that of an experiment.
     *
     * @throws ReportedException if it is a folder
     */
    public Path experiment() {
        if (!Files.isDirectory(path)) {
            return path;
        }
        if (new RunFolder(path).exists()) {
            throw refused("This is the folder of a run, no experiment",
                    "'vesalius resume' goes on with a run; a new one is made of an .experiment file");
        }
        throw refused("This is a folder, no experiment", children().stream()
                .filter(child -> child.toString().endsWith("." + ExperimentFiles.EXTENSION)).findFirst()
                .map(child -> "Give the .experiment file in it, such as " + child.getFileName())
                .orElse("Give an .experiment file"));
    }

    /**
     * The path as the folder of a run.
     *
     * @throws ReportedException if it is none
     */
    public RunFolder run() {
        RunFolder folder = new RunFolder(path);
        if (folder.exists()) {
            return folder;
        }
        if (!Files.exists(path)) {
            throw refused("There is no such folder", RUN_REMEDY);
        }
        if (!Files.isDirectory(path)) {
            throw refused("This is a file, no run", RUN_REMEDY);
        }
        throw refused("This folder is no run: it has no " + RunFolder.RECORD, children().stream()
                .filter(child -> new RunFolder(child).exists()).reduce((earlier, later) -> later)
                .map(child -> "Give one of the runs in it, such as " + child.getFileName()).orElse(RUN_REMEDY));
    }

    private List<Path> children() {
        try (Stream<Path> children = Files.list(path)) {
            return children.sorted().toList();
        } catch (IOException e) {
            // a folder that can't be listed is told without what is in it
            return List.of();
        }
    }

    private ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, path, remedy);
    }
}
