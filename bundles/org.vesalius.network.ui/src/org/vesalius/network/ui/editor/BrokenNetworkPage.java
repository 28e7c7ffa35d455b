// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.vesalius.core.ReportedException;
import org.vesalius.network.ui.figure.DiagramStyle.Colors;

/** What the editor shows in place of a network that can't be read: what is wrong, where, and what to do. */
final class BrokenNetworkPage {
    /** Key by which a control keeps its own colours. */
    static final String NO_STYLE_SHEET = "org.eclipse.e4.ui.css.disabled";
    private static final int TEXT_WIDTH = 560;

    private final Composite composite;
    private final Label message;
    private final Label place;
    private final Label remedy;

    BrokenNetworkPage(Composite parent, Runnable openAsText, Runnable tryAgain) {
        composite = new Composite(parent, SWT.NONE);
        composite.setData(NO_STYLE_SHEET, Boolean.TRUE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(32, 32).spacing(16, 12).applyTo(composite);
        Label icon = new Label(composite, SWT.NONE);
        icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK));
        Label title = text(false);
        title.setText("This network can't be opened");
        title.setFont(JFaceResources.getHeaderFont());
        message = text(true);
        place = text(true);
        remedy = text(true);
        createButtons(openAsText, tryAgain);
    }

    private Label text(boolean indented) {
        if (indented) {
            new Label(composite, SWT.NONE);
        }
        Label label = new Label(composite, SWT.WRAP);
        GridDataFactory.fillDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void createButtons(Runnable openAsText, Runnable tryAgain) {
        new Label(composite, SWT.NONE);
        Composite row = new Composite(composite, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(row);
        button(row, "Open as Text", openAsText);
        button(row, "Try Again", tryAgain);
    }

    private static void button(Composite row, String label, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
    }

    /** Tells what is wrong. */
    void show(ReportedException error) {
        message.setText(escaped(error.getMessage()));
        place.setText(error.where().map(where -> escaped(where.toString())).orElse(""));
        remedy.setText(escaped(error.remedy()));
        composite.layout(true, true);
    }

    /** A label takes an ampersand for a mnemonic. */
    private static String escaped(String text) {
        return text.replace("&", "&&");
    }

    /** Shows the colours of a theme. */
    void restyle(Colors colors) {
        composite.setBackground(colors.canvas());
        composite.setForeground(colors.text());
        for (Control child : composite.getChildren()) {
            child.setBackground(colors.canvas());
            child.setForeground(colors.text());
        }
    }

    Composite control() {
        return composite;
    }
}
