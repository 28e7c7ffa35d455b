// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;

/** Says that Vesalius starts, until its window opens. There is no native launcher that could show a picture earlier. */
final class StartSign implements AutoCloseable {
    private static final String LOGO = "icons/vesalius128.png";
    private static final int MARGIN = 36;

    private final Shell shell;

    StartSign(Display display) {
        shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
        shell.setText("Vesalius");
        GridLayoutFactory.fillDefaults().margins(2 * MARGIN, MARGIN).spacing(0, MARGIN / 3).applyTo(shell);
        Image logo = ImageDescriptor.createFromURL(FrameworkUtil.getBundle(StartSign.class).getEntry(LOGO)).createImage(display);
        shell.addListener(SWT.Dispose, event -> logo.dispose());
        center(new Label(shell, SWT.NONE)).setImage(logo);
        Label name = center(new Label(shell, SWT.NONE));
        name.setText("Vesalius");
        name.setFont(JFaceResources.getHeaderFont());
        center(new Label(shell, SWT.NONE)).setText("For research; not a medical device.");
        center(new Label(shell, SWT.NONE)).setText("Starting…");
    }

    private static Label center(Label label) {
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, false).applyTo(label);
        return label;
    }

    /** Shows the sign in the middle of the screen; what starts next keeps the UI thread busy, so it is drawn at once. */
    void open() {
        shell.pack();
        Rectangle screen = shell.getDisplay().getPrimaryMonitor().getClientArea();
        shell.setLocation(screen.x + (screen.width - shell.getSize().x) / 2, screen.y + (screen.height - shell.getSize().y) / 2);
        shell.open();
        shell.update();
        while (shell.getDisplay().readAndDispatch()) {
            shell.update();
        }
    }

    @Override
    public void close() {
        shell.dispose();
    }
}
