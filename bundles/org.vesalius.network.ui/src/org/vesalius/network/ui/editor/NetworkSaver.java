// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.ui.thread.FileWrite;

/** Writes a network to its file off the UI thread, and lets the workspace know. */
final class NetworkSaver {
    private final NetworkFiles files;
    private final NetworkLocation location;

    NetworkSaver(NetworkFiles files, NetworkLocation location) {
        this.files = files;
        this.location = location;
    }

    /**
     * Saves; returns when the file is on disk.
     *
     * @throws ReportedException if it could not be written; the file is then as it was
     * @throws OperationCanceledException if the user cancelled
     */
    void save(Network network) {
        Network copy = EcoreUtil.copy(network);
        try {
            FileWrite.run(location.resource(), () -> files.save(copy, location.path()));
        } catch (InvocationTargetException e) {
            throw reported(e.getCause());
        }
    }

    private ReportedException reported(Throwable cause) {
        return cause instanceof ReportedException known ? known
                : new ReportedException(ErrorKind.ENVIRONMENT, "The network could not be saved.", location.path(),
                        "Check that you may write to the folder, or save under another name.", cause);
    }
}
