// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.thread;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceRuleFactory;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.MultiRule;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.WorkspaceModifyOperation;

/** Writes a file off the UI thread, while the user waits, and lets the workspace know. */
public final class FileWrite extends WorkspaceModifyOperation {

    private final Optional<IFile> file;
    private final Work work;

    /** What writes; not on the UI thread. */
    @FunctionalInterface
    public interface Work {
        /** Writes. */
        void run() throws Exception;
    }

    private FileWrite(Optional<IFile> file, Work work) {
        super(file.map(FileWrite::rule).orElse(null));
        this.file = file;
        this.work = work;
    }

    /**
     * Does the work and returns when it has ended; call on the UI thread.
     *
     * @param file the file in the workspace; empty for one that lies elsewhere
     * @throws InvocationTargetException with what the work threw
     * @throws OperationCanceledException if the user cancelled before it began
     */
    public static void run(Optional<IFile> file, Work work) throws InvocationTargetException {
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(new FileWrite(file, work)::run);
        } catch (InterruptedException e) {
            throw new OperationCanceledException("Saving was cancelled");
        }
    }

    /** Writing touches the file; telling the workspace may touch its folder. */
    private static ISchedulingRule rule(IFile file) {
        IResourceRuleFactory rules = file.getWorkspace().getRuleFactory();
        return MultiRule.combine(rules.modifyRule(file), rules.refreshRule(file));
    }

    @Override
    protected void execute(IProgressMonitor monitor) throws CoreException, InvocationTargetException {
        try {
            work.run();
        } catch (Exception e) {
            throw new InvocationTargetException(e);
        }
        if (file.isPresent()) {
            file.get().refreshLocal(IResource.DEPTH_ZERO, monitor);
        }
    }
}
