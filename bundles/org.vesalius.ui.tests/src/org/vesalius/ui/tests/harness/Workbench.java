// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.io.ByteArrayInputStream;
import java.util.concurrent.Callable;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.opentest4j.AssertionFailedError;

/** The open window and its workspace. */
public final class Workbench {
    private Workbench() {
    }

    /** Returns the page of the window; on the UI thread only. */
    public static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    /** Returns an open, empty project of that name. */
    public static IProject emptyProject(String name) {
        return inWorkspace(() -> {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
            if (project.exists()) {
                project.delete(true, true, null);
            }
            project.create(null);
            project.open(null);
            return project;
        });
    }

    /** Deletes a project and its files, if there is one. */
    public static void delete(IProject project) {
        inWorkspace(() -> {
            project.delete(true, true, null);
            return null;
        });
    }

    /** Writes a file of a project, in place of one that is there. */
    public static IFile write(IProject project, String name, byte[] content) {
        return inWorkspace(() -> {
            IFile file = project.getFile(name);
            if (file.exists()) {
                file.setContents(new ByteArrayInputStream(content), true, false, null);
            } else {
                file.create(new ByteArrayInputStream(content), true, null);
            }
            return file;
        });
    }

    /** Changes the workspace as another program does: not on the UI thread. */
    private static <T> T inWorkspace(Callable<T> change) {
        try {
            return change.call();
        } catch (Exception e) {
            throw new AssertionFailedError("the workspace could not be changed", e);
        }
    }

    /** Turns to a perspective. */
    public static void show(String perspective) {
        Ui.run(() -> PlatformUI.getWorkbench().showPerspective(perspective, page().getWorkbenchWindow()));
    }

    /** Opens a file in its editor and makes it active. */
    public static <E extends IEditorPart> E open(IFile file, Class<E> type) {
        return Ui.ask(() -> type.cast(IDE.openEditor(page(), file, true)));
    }

    /** Closes all editors without saving. */
    public static void closeEditors() {
        Ui.run(() -> page().closeAllEditors(false));
    }

    /** Returns the place on the screen of a place in a control. */
    public static Point onScreen(Control control, int x, int y) {
        return Ui.ask(() -> control.toDisplay(x, y));
    }

    /** Returns the place on the screen of the middle of an area in a control. */
    public static Point middleOnScreen(Control control, Rectangle area) {
        return onScreen(control, area.x + area.width / 2, area.y + area.height / 2);
    }
}
