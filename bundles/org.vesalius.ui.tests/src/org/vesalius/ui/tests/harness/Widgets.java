// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.opentest4j.AssertionFailedError;

/** Finds widgets as people do: by kind, and by the words beside them. On the UI thread only. */
public final class Widgets {

    private Widgets() {
    }

    /** Returns all widgets of a kind below {@code root} that can be seen. */
    public static <W extends Control> List<W> all(Composite root, Class<W> type) {
        List<W> found = new ArrayList<>();
        collect(root, type, found);
        return found;
    }

    private static <W extends Control> void collect(Composite root, Class<W> type, List<W> found) {
        for (Control child : root.getChildren()) {
            if (type.isInstance(child) && child.isVisible()) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                collect(composite, type, found);
            }
        }
    }

    /** Returns the widget of a kind that follows the label with these words in the same group. */
    public static <W extends Control> W labelled(Composite root, String words, Class<W> type) {
        Label label = all(root, Label.class).stream().filter(each -> each.getText().equals(words)).findFirst()
                .orElseThrow(() -> new AssertionFailedError("no label \"" + words + "\""));
        Control[] group = label.getParent().getChildren();
        boolean passed = false;
        for (Control control : group) {
            passed |= control == label;
            if (passed && type.isInstance(control)) {
                return type.cast(control);
            }
        }
        throw new AssertionFailedError("nothing behind \"" + words + "\"");
    }

    /** Returns whether some label or link that can be seen contains these words. */
    public static boolean says(Shell shell, String words) {
        return all(shell, Label.class).stream().anyMatch(label -> label.getText().contains(words))
                || all(shell, Link.class).stream().anyMatch(link -> link.getText().contains(words));
    }
}
