// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.wizard;

import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;

/** What is chosen in the lists of wizards, and what is taken as chosen when a wizard opens. */
public final class WizardChoices {
    private WizardChoices() {
    }

    /**
     * Lets Enter in a list of a wizard act once. A toolkit gives the key to the list, which leads on, and then presses the
     * default button of the page that has come into view meanwhile. Holds for all wizards, those of the platform as well.
     */
    public static void actOnce(Display display) {
        display.addFilter(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_RETURN && isListOfWizard(event) && event.widget.isListening(SWT.DefaultSelection)) {
                event.doit = false;
            }
        });
    }

    private static boolean isListOfWizard(Event event) {
        boolean list = event.widget instanceof Tree || event.widget instanceof Table || event.widget instanceof List;
        return list && ((Control) event.widget).getShell().getData() instanceof WizardDialog;
    }

    /** Lets Enter or two clicks in a list of a wizard do what its default button does, where that can be pressed. */
    public static void leadOn(Control list) {
        list.addListener(SWT.DefaultSelection, event -> pressDefault(list));
    }

    /** Presses the default button around a control, if it can be pressed. */
    public static void pressDefault(Control control) {
        Button button = control.getShell().getDefaultButton();
        if (button != null && button.isEnabled()) {
            button.notifyListeners(SWT.Selection, new Event());
        }
    }

    /** What is selected, or the one open project where nothing of an open project is. */
    public static IStructuredSelection orOnlyProject(IStructuredSelection selection) {
        if (selection != null && isInOpenProject(selection.getFirstElement())) {
            return selection;
        }
        java.util.List<IProject> open = Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(IProject::isOpen).toList();
        return open.size() == 1 ? new StructuredSelection(open.get(0)) : StructuredSelection.EMPTY;
    }

    private static boolean isInOpenProject(Object selected) {
        IResource resource = selected == null ? null : Adapters.adapt(selected, IResource.class);
        return resource != null && resource.getProject() != null && resource.getProject().isOpen();
    }
}
