// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.ui.properties.UndoablePropertySheetEntry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

/** The Properties page: changes go through the command stack, and properties keep the order of the metamodel. */
final class NetworkSheet extends PropertySheetPage {

    NetworkSheet(CommandStack commands) {
        setRootEntry(new UndoablePropertySheetEntry(commands));
        setSorter(new MetamodelOrder());
    }

    /** Labels of hyper-parameters need more room than the sheet gives them by itself. */
    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        Tree tree = (Tree) getControl();
        tree.addListener(SWT.Resize, event -> widen(tree));
    }

    private static void widen(Tree tree) {
        int width = tree.getClientArea().width;
        if (width > 0) {
            tree.getColumn(0).setWidth(width / 2);
            tree.getColumn(1).setWidth(width - width / 2);
        }
    }

    /** Reads the values again, after an analysis. */
    void refreshIfOpen() {
        if (getControl() != null && !getControl().isDisposed()) {
            refresh();
        }
    }

    /** Leaves everything as it comes. */
    private static final class MetamodelOrder extends PropertySheetSorter {
        @Override
        public int compare(IPropertySheetEntry a, IPropertySheetEntry b) {
            return 0;
        }

        @Override
        public int compareCategories(String a, String b) {
            return 0;
        }
    }
}
