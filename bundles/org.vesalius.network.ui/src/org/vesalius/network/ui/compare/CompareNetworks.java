// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.compare;

import java.text.DateFormat;
import java.util.Date;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFileState;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.dialogs.ListDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.vesalius.network.ui.catalog.LayerTypes;

/** Compares the two selected networks with each other, or the only one with an earlier version of itself. */
public final class CompareNetworks extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
        List<?> selected = selection.toList();
        List<IFile> files = selected.stream().map(element -> Adapters.adapt(element, IFile.class)).toList();
        if (files.size() == 2) {
            IWorkbenchPage page = page(event);
            new NetworkComparison(types(page), files.get(0), files.get(1), files.get(1).getName()).open(page);
        } else if (files.size() == 1) {
            compareWithEarlier(files.get(0), page(event));
        }
        return null;
    }

    private static IWorkbenchPage page(ExecutionEvent event) throws ExecutionException {
        return HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
    }

    private static LayerTypes types(IWorkbenchPage page) {
        return LayerTypes.of(page.getWorkbenchWindow());
    }

    private static void compareWithEarlier(IFile file, IWorkbenchPage page) throws ExecutionException {
        Shell shell = page.getWorkbenchWindow().getShell();
        IFileState[] states;
        try {
            states = file.getHistory(null);
        } catch (CoreException e) {
            throw new ExecutionException("The earlier versions of '" + file.getName() + "' can't be read", e);
        }
        if (states.length == 0) {
            MessageDialog.openInformation(shell, "Compare with Earlier Version",
                    "There is no earlier version of '" + file.getName() + "' yet: one is kept each time it is saved.");
            return;
        }
        ListDialog dialog = new ListDialog(shell);
        dialog.setTitle("Compare with Earlier Version");
        dialog.setMessage("Compare '" + file.getName() + "' with its version of:");
        dialog.setContentProvider(ArrayContentProvider.getInstance());
        dialog.setLabelProvider(LabelProvider.createTextProvider(state -> time((IFileState) state)));
        dialog.setInput(states);
        dialog.setInitialSelections(states[0]);
        if (dialog.open() == Window.OK && dialog.getResult().length == 1) {
            IFileState chosen = (IFileState) dialog.getResult()[0];
            new NetworkComparison(types(page), file, chosen, "version of " + time(chosen)).open(page);
        }
    }

    private static String time(IFileState state) {
        return DateFormat.getDateTimeInstance().format(new Date(state.getModificationTime()));
    }
}
