// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.FileEditorInput;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.ui.run.RunStarter;

/** Runs the experiment that is selected in the Project Explorer, else the one in the active editor. */
public final class RunExperimentHandler extends AbstractHandler {

    private static final String EXTENSION = "experiment";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Optional<IFile> selected = selectedExperiment(event);
        IEditorPart editor = selected.isPresent() ? window.getActivePage().findEditor(new FileEditorInput(selected.get()))
                : HandlerUtil.getActiveEditor(event);
        if (editor instanceof ExperimentEditor experimentEditor) {
            experimentEditor.run();
        } else {
            selected.ifPresent(file -> new RunStarter(window, window.getService(Installation.class)).start(file));
        }
        return null;
    }

    private static Optional<IFile> selectedExperiment(ExecutionEvent event) {
        return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                ? Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), IFile.class))
                        .filter(file -> EXTENSION.equals(file.getFileExtension()))
                : Optional.empty();
    }
}
