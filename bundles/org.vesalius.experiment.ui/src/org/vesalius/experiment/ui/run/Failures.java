// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;

/** Turns failures into what the workbench shows: what happened, where, what to do, and the cause as a detail. */
public final class Failures {

    private static final String PLUGIN = "org.vesalius.experiment.ui";

    private Failures() {
    }

    /** Work on files that may fail. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws IOException;
    }

    /**
     * Does the work of a job.
     *
     * @param intention what did not happen when it fails: "The run could not be started"
     * @throws CoreException with a status fit to be shown, when the work fails
     */
    public static void asStatus(String intention, Work work) throws CoreException {
        try {
            work.run();
        } catch (CancellationException e) {
            throw new OperationCanceledException();
        } catch (ReportedException | IOException e) {
            throw new CoreException(status(intention, e));
        }
    }

    /** Returns a status for anything that was thrown. */
    public static IStatus status(String intention, Throwable failure) {
        return failure instanceof ReportedException reported ? status(intention, reported)
                : Status.error(intention + ": " + failure.getMessage(), LoggedFailure.of(failure));
    }

    /** Returns a status whose first line says what happened, and whose details say where and what to do. */
    public static IStatus status(String intention, ReportedException failure) {
        MultiStatus status = new MultiStatus(PLUGIN, 0, intention + ". " + failure.getMessage(),
                LoggedFailure.of(failure.getCause()));
        failure.where().map(Path::toString).ifPresent(where -> status.add(Status.error("Where: " + where)));
        if (!failure.remedy().isBlank()) {
            status.add(Status.error("What to do: " + failure.remedy()));
        }
        return status;
    }
}
