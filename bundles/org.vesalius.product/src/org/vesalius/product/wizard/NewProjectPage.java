// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.util.List;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.ListViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.vesalius.ui.wizard.WizardChoices;

/** Asks for the name of a project and for what it begins with. */
final class NewProjectPage extends WizardPage {

    private final List<ProjectTemplate> templates;
    private ListViewer list;
    private Text name;
    private Label description;
    private boolean nameIsProposal = true;
    private boolean proposing;

    NewProjectPage(List<ProjectTemplate> templates) {
        super("project");
        this.templates = templates;
        setTitle("Vesalius project");
        setDescription("A project holds networks, data sets, experiments and their runs.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 8).spacing(8, 8).applyTo(area);
        new Label(area, SWT.NONE).setText("&Project name:");
        name = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        name.addModifyListener(event -> nameChanged());
        createList(area);
        description = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(420, 60).applyTo(description);
        setControl(area);
        list.setSelection(new StructuredSelection(templates.get(0)));
        name.setFocus();
        name.selectAll();
    }

    private void createList(Composite area) {
        Label label = new Label(area, SWT.NONE);
        label.setText("&Start with:");
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        list = new ListViewer(area, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 220).applyTo(list.getControl());
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(LabelProvider.createTextProvider(item -> ((ProjectTemplate) item).label()));
        list.setInput(templates);
        list.addSelectionChangedListener(event -> templateChanged());
        WizardChoices.leadOn(list.getControl());
    }

    /** Returns the name of the new project. */
    String projectName() {
        return name.getText().strip();
    }

    /** Returns what the project begins with. */
    ProjectTemplate template() {
        return (ProjectTemplate) list.getStructuredSelection().getFirstElement();
    }

    private void templateChanged() {
        if (template() == null) {
            setPageComplete(false);
            return;
        }
        description.setText(template().description());
        if (nameIsProposal) {
            propose(freeName(template().projectName()));
        }
        setPageComplete(problem() == null);
    }

    private void propose(String proposal) {
        proposing = true;
        name.setText(proposal);
        proposing = false;
    }

    private void nameChanged() {
        nameIsProposal = proposing;
        String problem = problem();
        setErrorMessage(problem);
        setPageComplete(problem == null && template() != null);
    }

    private String problem() {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IStatus status = workspace.validateName(projectName(), IResource.PROJECT);
        if (!status.isOK()) {
            return status.getMessage();
        }
        return workspace.getRoot().getProject(projectName()).exists()
                ? "A project named \"" + projectName() + "\" is there already." : null;
    }

    private static String freeName(String wish) {
        String name = wish;
        for (int i = 2; ResourcesPlugin.getWorkspace().getRoot().getProject(name).exists(); i++) {
            name = wish + "-" + i;
        }
        return name;
    }
}
