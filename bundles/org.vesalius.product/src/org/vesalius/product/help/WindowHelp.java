// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.help;

import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;
import org.vesalius.core.LoggedFailure;

/** What the platform asks when help is wanted: Help Contents, and F1 for the view or editor that is active. */
public final class WindowHelp extends AbstractHelpUI {

    @Override
    public void displayHelp() {
        show(HelpTopic.CONTENTS);
    }

    @Override
    public void displayDynamicHelp() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPart part = window == null ? null : window.getActivePage().getActivePart();
        show(part == null ? HelpTopic.CONTENTS : HelpTopic.about(part.getSite().getId()));
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        displayDynamicHelp();
    }

    @Override
    public void displayHelpResource(String href) {
        show(HelpTopic.referred(href).orElse(HelpTopic.CONTENTS));
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }

    private static void show(HelpTopic topic) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page == null) {
            return;
        }
        try {
            ((HelpView) page.showView(HelpView.ID)).show(topic);
        } catch (PartInitException e) {
            ILog.of(WindowHelp.class).error("The help can't be opened", LoggedFailure.of(e));
        }
    }
}
