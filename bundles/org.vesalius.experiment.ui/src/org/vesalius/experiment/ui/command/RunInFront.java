// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.ui.run.RunDisplay;

/**
 * Finds the runs that a command is about: those selected, else that of the active editor, else the one that is watched.
 * With an editor in front, what is still selected elsewhere does not count. For the UI thread.
 */
final class RunInFront {

    private final Object context;

    private RunInFront(Object context) {
        this.context = context;
    }

    /** Returns the runs in a context of a command; several only if nothing else is selected with them. */
    static List<RunFolder> of(Object context) {
        RunInFront front = new RunInFront(context);
        boolean inEditor = front.variable(ISources.ACTIVE_PART_NAME, IEditorPart.class).isPresent();
        List<RunFolder> selected = inEditor ? List.of() : front.selected();
        return selected.isEmpty() ? front.edited().or(front::watched).stream().toList() : selected;
    }

    private List<RunFolder> selected() {
        List<RunFolder> runs = new ArrayList<>();
        Iterable<?> selection = variable(ISources.ACTIVE_CURRENT_SELECTION_NAME, IStructuredSelection.class)
                .orElse(StructuredSelection.EMPTY);
        for (Object element : selection) {
            RunFolder run = Adapters.adapt(element, RunFolder.class);
            if (run == null) {
                return List.of();
            }
            runs.add(run);
        }
        return runs;
    }

    private Optional<RunFolder> edited() {
        Optional<Object> input = variable(ISources.ACTIVE_EDITOR_INPUT_NAME, Object.class);
        return input.map(found -> Adapters.adapt(found, RunFolder.class))
                .or(() -> input.filter(IURIEditorInput.class::isInstance).map(IURIEditorInput.class::cast)
                        .flatMap(RunInFront::around));
    }

    /** A file of a run may be opened as one of the workspace, or as one of the disk. */
    private static Optional<RunFolder> around(IURIEditorInput input) {
        IFile[] files = input.getURI() == null ? new IFile[0]
                : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(input.getURI());
        return Arrays.stream(files).map(IResource::getParent)
                .flatMap(folder -> Stream.iterate(folder, Objects::nonNull, IContainer::getParent))
                .map(folder -> Adapters.adapt(folder, RunFolder.class)).filter(Objects::nonNull).findFirst();
    }

    private Optional<RunFolder> watched() {
        return variable(ISources.ACTIVE_WORKBENCH_WINDOW_NAME, IWorkbenchWindow.class)
                .map(IWorkbenchWindow::getActivePage).map(RunInFront::display).flatMap(RunDisplay::run);
    }

    private static RunDisplay display(IWorkbenchPage page) {
        return page.findView(RunDisplay.ID) instanceof RunDisplay display ? display : null;
    }

    private <T> Optional<T> variable(String name, Class<T> type) {
        return Optional.ofNullable(HandlerUtil.getVariable(context, name)).filter(type::isInstance).map(type::cast);
    }
}
