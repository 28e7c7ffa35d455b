// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.io.FrozenNetwork;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.weights.WeightsFile;
import org.vesalius.ui.thread.FileEditors;

/**
 * A file that a run gave, and its place in the workspace. Not for the UI thread.
 *
 * @param file the file, absolute
 */
record SavedFile(Path file) {

    static final String EXTENSION = NetworkFiles.EXTENSION;

    /**
     * Writes the network of a run with the weights of its best model beside it.
     *
     * @throws IOException when a file can't be written
     * @throws ReportedException when the run has no model yet, or a block or the weights would replace another file
     */
    void write(RunFolder run, RunService service) throws IOException {
        Path blocks = run.network().resolveSibling(FrozenNetwork.BLOCKS);
        Path blocksHere = file.resolveSibling(FrozenNetwork.BLOCKS);
        List<Path> needed = list(blocks);
        if (needed.stream().anyMatch(block -> Files.exists(blocksHere.resolve(block.getFileName())))) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The network uses blocks, and the folder already holds some with their names.",
                    blocksHere, "Choose an empty folder.");
        }
        Path weights = WeightsFile.beside(file).path();
        if (Files.exists(weights) && !Files.exists(file)) {
            // the dialog asked about the network alone; beside one that goes its weights may go too
            throw new ReportedException(ErrorKind.INVALID_INPUT, "A file of weights with this name is there already.",
                    weights, "Choose another name, or remove it.");
        }
        service.weights(run, weights);
        for (Path block : needed) {
            Files.createDirectories(blocksHere);
            copy(block, blocksHere.resolve(block.getFileName()));
        }
        copy(run.network(), file);
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        new AtomicFile(to).write(out -> Files.copy(from, out));
    }

    /** Opens the file, if it lies in the workspace. */
    void reveal(IWorkbenchWindow window, Executor uiThread) {
        for (IFile known : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
            try {
                known.getParent().refreshLocal(IResource.DEPTH_INFINITE, null);
                uiThread.execute(() -> open(window, known));
            } catch (CoreException e) {
                ILog.of(SavedFile.class).warn("A folder could not be refreshed", LoggedFailure.of(e));
            }
        }
    }

    private static void open(IWorkbenchWindow window, IFile file) {
        try {
            FileEditors.open(window.getActivePage(), file);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
