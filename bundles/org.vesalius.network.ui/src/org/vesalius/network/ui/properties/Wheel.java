// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/** The mouse wheel scrolls the view; it does not change values below it by accident. */
final class Wheel {
    private Wheel() {
    }

    static void ignoreOn(Control control) {
        control.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
    }
}
