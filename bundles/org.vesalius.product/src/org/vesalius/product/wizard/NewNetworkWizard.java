// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.product.template.TemplatePage;
import org.vesalius.ui.wizard.NewFileWizard;

/** Creates a network file, empty or from a template, and shows the whole of it. */
public final class NewNetworkWizard extends NewFileWizard {

    private static final String ZOOM_TO_FIT = "org.vesalius.network.ui.zoomToFit";

    private LayerTypes types;
    private TemplatePage template;
    private NewNetworkPage file;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        types = LayerTypes.of(workbench);
        setWindowTitle("New Network");
    }

    @Override
    protected void addFirstPages() {
        template = new TemplatePage(types.catalog());
        addPage(template);
    }

    @Override
    protected WizardNewFileCreationPage createPage() {
        file = new NewNetworkPage(getSelection(), types.files(), template);
        return file;
    }

    /** The name and the folder have to be seen before a file is made of them. */
    @Override
    public boolean canFinish() {
        IWizardPage current = getContainer().getCurrentPage();
        return current == file && super.canFinish();
    }

    @Override
    protected void opened(IEditorPart editor) {
        OpenDesign design = editor.getAdapter(OpenDesign.class);
        if (design != null) {
            design.whenOpen(() -> design.action(ZOOM_TO_FIT).run());
        }
    }
}
