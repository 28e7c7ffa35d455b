// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.vesalius.network.io.NetworkFiles;

/** Asks where a network file goes and what it begins with. */
final class NewNetworkPage extends WizardNewFileCreationPage {

    private final List<NetworkFile> networks = NetworkFile.all();
    private Combo combo;

    NewNetworkPage(IStructuredSelection selection) {
        super("network", selection);
        setTitle("Network");
        setDescription("A network is drawn layer by layer; a template gives you a working one to change.");
        setFileExtension(NetworkFiles.EXTENSION);
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        Composite area = new Composite((Composite) getControl(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(0, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        new Label(area, SWT.NONE).setText("&Start with:");
        combo = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        networks.forEach(network -> combo.add(network.label()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        Label description = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(420, 48).applyTo(description);
        combo.addListener(SWT.Selection, event -> description.setText(chosen().description()));
        combo.select(0);
        description.setText(chosen().description());
    }

    private NetworkFile chosen() {
        return networks.get(combo.getSelectionIndex());
    }

    @Override
    protected InputStream getInitialContents() {
        return new ByteArrayInputStream(chosen().content());
    }
}
