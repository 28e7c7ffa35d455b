// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.add;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Block;
import org.vesalius.network.io.BlockFiles;

/** Reads a block off the UI thread. */
final class LoadBlockJob extends Job {
    private final BlockFiles files;
    private final Path file;
    private final Executor uiThread;
    private final Consumer<Block> loaded;

    /** @param loaded hears the block on the UI thread */
    LoadBlockJob(BlockFiles files, Path file, Executor uiThread, Consumer<Block> loaded) {
        super("Read " + file.getFileName());
        this.files = Objects.requireNonNull(files);
        this.file = Objects.requireNonNull(file);
        this.uiThread = Objects.requireNonNull(uiThread);
        this.loaded = Objects.requireNonNull(loaded);
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Block block = files.load(file);
            uiThread.execute(() -> loaded.accept(block));
            return Status.OK_STATUS;
        } catch (ReportedException e) {
            return Status.error(e.report(), LoggedFailure.of(e));
        }
    }
}
