// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.part.PageBookView;
import org.vesalius.product.tests.harness.Robot;
import org.vesalius.product.tests.harness.Ui;
import org.vesalius.product.tests.harness.Workbench;

/** The Properties view as a user works with it. */
final class PropertySheet {
    private final Robot robot;

    PropertySheet(Robot robot) {
        this.robot = robot;
    }

    private static Tree tree() {
        PageBookView view = (PageBookView) Workbench.page().findView(IPageLayout.ID_PROP_SHEET);
        return view.getCurrentPage().getControl() instanceof Tree tree ? tree : null;
    }

    private static TreeItem item(String label) {
        return tree() == null ? null : find(tree().getItems(), label);
    }

    private static TreeItem find(TreeItem[] items, String label) {
        for (TreeItem item : items) {
            TreeItem found = label.equals(item.getText(0)) ? item : find(item.getItems(), label);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Types a new value for a property. */
    void type(String label, String value) {
        Ui.await("the property " + label, () -> item(label) != null);
        robot.click(Ui.ask(() -> place(label)));
        Ui.await("the cell editor", () -> tree().getDisplay().getFocusControl() != tree()
                && tree().getDisplay().getFocusControl().getParent() == tree());
        robot.key("ctrl+a");
        robot.type(value);
        robot.key("Return");
    }

    private static Point place(String label) {
        Rectangle cell = item(label).getBounds(1);
        return tree().toDisplay(cell.x + 30, cell.y + cell.height / 2);
    }

    /** Waits until a property shows a value, and returns it. */
    String awaitValue(String label, String value) {
        Ui.await(label + " to be " + value, () -> item(label) != null && value.equals(item(label).getText(1)));
        return value;
    }
}
