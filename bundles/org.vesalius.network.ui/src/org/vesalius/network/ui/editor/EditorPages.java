// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.vesalius.core.ReportedException;
import org.vesalius.network.ui.figure.DiagramStyle.Colors;

/** The faces of the editor: while the file is read, when it can't be read, and the designer itself. */
final class EditorPages {
    private final Composite stack;
    private final Label waiting;
    private final BrokenNetworkPage broken;
    private final SashForm designer;

    EditorPages(Composite parent, Runnable openAsText, Runnable tryAgain) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        waiting = new Label(stack, SWT.CENTER);
        waiting.setData(BrokenNetworkPage.NO_STYLE_SHEET, Boolean.TRUE);
        waiting.setText("Reading the network…");
        broken = new BrokenNetworkPage(stack, openAsText, tryAgain);
        designer = new SashForm(stack, SWT.HORIZONTAL | SWT.SMOOTH);
        show(waiting);
    }

    /** Shows the colours of a theme. */
    void restyle(Colors colors) {
        waiting.setBackground(colors.canvas());
        waiting.setForeground(colors.secondaryText());
        broken.restyle(colors);
    }

    /** Returns where palette and canvas go. */
    SashForm designer() {
        return designer;
    }

    void showDesigner() {
        show(designer);
    }

    void showBroken(ReportedException error) {
        broken.show(error);
        show(broken.control());
    }

    boolean isDesignerShown() {
        return ((StackLayout) stack.getLayout()).topControl == designer;
    }

    boolean isBrokenShown() {
        return ((StackLayout) stack.getLayout()).topControl == broken.control();
    }

    /** Takes the keyboard, so that the part from before doesn't keep it. */
    void setFocus() {
        stack.forceFocus();
    }

    boolean hasFocus() {
        return stack.isFocusControl();
    }

    boolean isDisposed() {
        return stack.isDisposed();
    }

    private void show(Control page) {
        ((StackLayout) stack.getLayout()).topControl = page;
        stack.layout();
    }
}
