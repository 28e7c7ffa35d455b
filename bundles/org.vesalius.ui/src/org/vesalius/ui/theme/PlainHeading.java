// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.theme;

import java.util.concurrent.Executor;
import org.eclipse.swt.SWT;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.vesalius.ui.thread.WhileOpen;

/**
 * Keeps the heading of a form in the form's own colour. What the style sheet puts behind it is an image, which GTK leaves
 * half black at 200 %.
 */
public final class PlainHeading {

    private PlainHeading() {
    }

    /** Takes the image away, now and whenever the style sheet is applied again, as when a view is maximised. */
    public static void keep(ScrolledForm form) {
        Executor uiThread = WhileOpen.of(form);
        clear(form);
        form.addListener(SWT.Resize, event -> uiThread.execute(() -> clear(form)));
    }

    private static void clear(ScrolledForm form) {
        form.getForm().setTextBackground(null, null, false);
    }
}
