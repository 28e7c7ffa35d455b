// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.compare;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.operation.IThreadListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.ui.catalog.LayerTypes;

/** A network file compared with another, or with an earlier version of itself; changes can be taken into the left. */
public final class NetworkComparison extends CompareEditorInput {
    private static final String EDITOR = "org.vesalius.network.ui.comparison";

    private final LayerTypes types;
    private final IFile leftFile;
    private final IStorage rightFile;
    private final String rightName;
    private Network left;
    private Network right;
    private long leftStamp;

    /**
     * @param types the layer types that both are made of
     * @param left the file that changes are taken into
     * @param right what it is compared with: a file, or an earlier version of one
     * @param rightName what people call the right
     */
    public NetworkComparison(LayerTypes types, IFile left, IStorage right, String rightName) {
        super(configuration(left, rightName));
        this.types = Objects.requireNonNull(types);
        this.leftFile = Objects.requireNonNull(left);
        this.rightFile = Objects.requireNonNull(right);
        this.rightName = Objects.requireNonNull(rightName);
        setTitle(left.getName() + " and " + rightName);
    }

    /** Shows it in an editor of its own; an error is shown, too. */
    public void open(IWorkbenchPage page) {
        try {
            page.openEditor(this, EDITOR);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static CompareConfiguration configuration(IFile left, String rightName) {
        CompareConfiguration configuration = new CompareConfiguration();
        configuration.setLeftLabel(left.getName());
        configuration.setRightLabel(rightName);
        configuration.setRightEditable(false);
        return configuration;
    }

    @Override
    protected Object prepareInput(IProgressMonitor monitor) throws InvocationTargetException {
        try {
            leftStamp = leftFile.getModificationStamp();
            left = load(leftFile, leftFile.getName());
            right = load(rightFile, rightName);
            return this;
        } catch (ReportedException | CoreException | IOException e) {
            throw new InvocationTargetException(e, e.getMessage());
        }
    }

    private Network load(IStorage storage, String name) throws CoreException, IOException {
        try (InputStream content = storage.getContents()) {
            return types.files().load(content, name);
        }
    }

    @Override
    public Control createContents(Composite parent) {
        return new ComparePane(parent, types.catalog(), left, right, leftFile.getName(), rightName, () -> setDirty(true)).control();
    }

    @Override
    public void saveChanges(IProgressMonitor monitor) throws CoreException {
        if (leftFile.getModificationStamp() != leftStamp) {
            throw new CoreException(Status.error(leftFile.getName() + " was saved by an editor or changed otherwise since"
                    + " it was compared. Compare again, so that nothing of that is lost."));
        }
        byte[] content = types.files().toBytes(left);
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(new Write(content));
        } catch (InvocationTargetException e) {
            throw new CoreException(Status.error(leftFile.getName() + " could not be written: "
                    + e.getCause().getMessage(), LoggedFailure.of(e.getCause())));
        } catch (InterruptedException e) {
            throw new OperationCanceledException("Saving was cancelled");
        }
        leftStamp = leftFile.getModificationStamp();
        setDirty(false);
    }

    /** Writes off the UI thread. The editor for comparisons holds the whole workspace meanwhile and hands it over. */
    private final class Write implements IRunnableWithProgress, IThreadListener {
        private final byte[] content;

        Write(byte[] content) {
            this.content = content;
        }

        @Override
        public void threadChange(Thread thread) {
            ISchedulingRule held = Job.getJobManager().currentRule();
            if (held != null) {
                Job.getJobManager().transferRule(held, thread);
            }
        }

        @Override
        public void run(IProgressMonitor monitor) throws InvocationTargetException {
            try {
                leftFile.setContents(new ByteArrayInputStream(content), false, true, monitor);
            } catch (CoreException e) {
                throw new InvocationTargetException(e);
            }
        }
    }

    @Override
    public boolean canRunAsJob() {
        return true;
    }
}
