// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.thread;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorRegistry;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;

/**
 * Opens files by their names alone. What the platform offers for this reads the file on the UI thread first, to tell
 * its kind by the content.
 */
public final class FileEditors {

    private FileEditors() {
    }

    /**
     * Opens a file in the editor for files of its name, else as text; call on the UI thread.
     *
     * @throws PartInitException if the editor could not be opened
     */
    public static IEditorPart open(IWorkbenchPage page, IFile file) throws PartInitException {
        IEditorRegistry editors = PlatformUI.getWorkbench().getEditorRegistry();
        IEditorDescriptor editor = editors.getDefaultEditor(file.getName());
        return page.openEditor(new FileEditorInput(file), editor == null ? "org.eclipse.ui.DefaultTextEditor" : editor.getId());
    }
}
