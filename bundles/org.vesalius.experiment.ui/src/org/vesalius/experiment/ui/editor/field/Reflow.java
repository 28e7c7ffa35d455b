// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.field;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.SharedScrolledComposite;

/** Lays a form out again after a part of it has grown or shrunk. */
public final class Reflow {

    private Reflow() {
    }

    /** Lays out the form around a composite; nothing before the form is complete. */
    public static void around(Composite part) {
        Composite above = part;
        while (above != null && !(above instanceof SharedScrolledComposite)) {
            above.layout(true);
            above = above.getParent();
        }
        if (above instanceof SharedScrolledComposite form) {
            form.reflow(true);
        }
    }
}
