// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.vesalius.ui.wizard.NewFileWizard;

/** Creates a network file and opens it. */
public final class NewNetworkWizard extends NewFileWizard {

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle("New Network");
    }

    @Override
    protected WizardNewFileCreationPage createPage() {
        return new NewNetworkPage(getSelection());
    }
}
