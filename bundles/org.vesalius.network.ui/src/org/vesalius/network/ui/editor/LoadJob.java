// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.io.NetworkFiles;

/** Reads a network off the UI thread. */
final class LoadJob extends Job {
    private final NetworkFiles files;
    private final Path path;
    private final Executor uiThread;
    private final Consumer<Network> loaded;
    private final Consumer<ReportedException> failed;

    LoadJob(NetworkFiles files, Path path, Executor uiThread, Consumer<Network> loaded,
            Consumer<ReportedException> failed) {
        super("Open " + path.getFileName());
        this.files = files;
        this.path = path;
        this.uiThread = uiThread;
        this.loaded = loaded;
        this.failed = failed;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Network network = files.load(path);
            uiThread.execute(() -> loaded.accept(network));
        } catch (ReportedException e) {
            uiThread.execute(() -> failed.accept(e));
        } catch (RuntimeException e) {
            ILog.of(LoadJob.class).error("A network could not be opened", LoggedFailure.of(e));
            uiThread.execute(() -> failed.accept(unexpected(e)));
        }
        return Status.OK_STATUS;
    }

    private ReportedException unexpected(RuntimeException cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The file could not be read.", path,
                "The error log says why. Please report it together with the file.", cause);
    }
}
