// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import java.util.List;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** The palette as a tree: categories, and below them their layer types; below the shelf, blocks. */
final class PaletteContent implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
        return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        if (parent instanceof BlockShelf shelf) {
            return shelf.files().toArray();
        }
        return parent instanceof Category category ? category.types().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof Category || element instanceof BlockShelf;
    }
}
