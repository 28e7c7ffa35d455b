// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceRuleFactory;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.MultiRule;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.ui.catalog.LayerTypes;

/** Writes a network to its file off the UI thread, and lets the workspace know. */
final class NetworkSaver {
    private final NetworkLocation location;

    NetworkSaver(NetworkLocation location) {
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
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(new Write(copy)::run);
        } catch (InvocationTargetException e) {
            throw reported(e.getCause());
        } catch (InterruptedException e) {
            throw new OperationCanceledException("Saving was cancelled");
        }
    }

    private ReportedException reported(Throwable cause) {
        return cause instanceof ReportedException known ? known
                : new ReportedException(ErrorKind.ENVIRONMENT, "The network could not be saved.", location.path(),
                        "See whether the folder can be written to, or save under another name.", cause);
    }

    /** Writing touches the file; telling the workspace may touch its folder. */
    private static ISchedulingRule rule(IFile file) {
        IResourceRuleFactory rules = file.getWorkspace().getRuleFactory();
        return MultiRule.combine(rules.modifyRule(file), rules.refreshRule(file));
    }

    private final class Write extends WorkspaceModifyOperation {
        private final Network network;

        Write(Network network) {
            super(location.resource().map(NetworkSaver::rule).orElse(null));
            this.network = network;
        }

        @Override
        protected void execute(IProgressMonitor monitor) throws CoreException {
            LayerTypes.files().save(network, location.path());
            IFile file = location.resource().orElse(null);
            if (file != null) {
                file.refreshLocal(IResource.DEPTH_ZERO, monitor);
            }
        }
    }
}
